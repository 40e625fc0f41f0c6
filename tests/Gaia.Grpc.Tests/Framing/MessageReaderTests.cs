using System.IO.Pipelines;
using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Framing;

public sealed class MessageReaderTests
{
    private static readonly Func<DeserializationContext, byte[]> Bytes = context => context.PayloadAsNewBuffer();

    [Fact]
    public async Task ReadAsync_BytesArriveOneByOne_YieldsEachMessageThenEnd()
    {
        var pipe = new Pipe();
        var reader = new MessageReader(pipe.Reader, gzip: false, 10);
        byte[] wire = [0, 0, 0, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 9];
        Task<List<byte[]>> reading = ReadAllAsync(reader);
        foreach (byte b in wire)
            await pipe.Writer.WriteAsync(new[] { b });
        await pipe.Writer.CompleteAsync();
        Assert.Equal([[1, 2], [], [9]], await reading);
    }

    [Fact]
    public async Task ReadAsync_StreamEndsInsideMessage_AtEveryByte_FailsWithInternal()
    {
        byte[] wire = [0, 0, 0, 0, 2, 1, 2];
        for (int length = 1; length < wire.Length; length++)
        {
            ReadOutcome<byte[]> outcome = await ReadOneAsync(wire[..length], gzip: false);
            Assert.Equal(StatusCode.Internal, outcome.Failure?.StatusCode);
        }
    }

    [Fact]
    public async Task ReadAsync_Oversize_FailsBeforePayloadArrives()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[] { 0, 0x7F, 0, 0, 0 });
        var reader = new MessageReader(pipe.Reader, gzip: false, 1000);
        ReadOutcome<byte[]> outcome = await reader.ReadAsync(Bytes, CancellationToken.None);
        Assert.Equal(StatusCode.ResourceExhausted, outcome.Failure?.StatusCode);
    }

    [Fact]
    public async Task ReadAsync_CompressedWithoutAnnouncement_FailsWithInternal()
    {
        ReadOutcome<byte[]> outcome = await ReadOneAsync(Frame(new byte[100], gzip: true), gzip: false);
        Assert.Equal(StatusCode.Internal, outcome.Failure?.StatusCode);
    }

    [Fact]
    public async Task ReadAsync_CompressedAnnounced_YieldsPlainPayload()
    {
        byte[] payload = [.. Enumerable.Repeat((byte)3, 900)];
        ReadOutcome<byte[]> outcome = await ReadOneAsync(Frame(payload, gzip: true), gzip: true);
        Assert.Equal(payload, outcome.Message);
    }

    [Fact]
    public async Task ReadAsync_DecompressionBomb_FailsWithResourceExhausted()
    {
        byte[] bomb = Frame(new byte[1_000_000], gzip: true);
        Assert.InRange(bomb.Length, 1, 10_000);
        ReadOutcome<byte[]> outcome = await ReadOneAsync(bomb, gzip: true, limit: 10_000);
        Assert.Equal(StatusCode.ResourceExhausted, outcome.Failure?.StatusCode);
    }

    [Fact]
    public async Task ReadAsync_GarbageInsteadOfGzip_FailsWithInternal()
    {
        ReadOutcome<byte[]> outcome = await ReadOneAsync([1, 0, 0, 0, 4, 9, 9, 9, 9], gzip: true);
        Assert.Equal(StatusCode.Internal, outcome.Failure?.StatusCode);
    }

    [Fact]
    public async Task ReadAsync_ParserThrows_FailsWithInternal()
    {
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(new byte[] { 0, 0, 0, 0, 0 });
        var reader = new MessageReader(pipe.Reader, gzip: false, 10);
        ReadOutcome<byte[]> outcome = await reader.ReadAsync<byte[]>(
            _ => throw new FormatException("bad"), CancellationToken.None);
        Assert.Equal(StatusCode.Internal, outcome.Failure?.StatusCode);
        Assert.DoesNotContain("bad", outcome.Failure?.Detail);
    }

    [Fact]
    public async Task ReadAsync_Cancelled_ThrowsAndLeavesBytes()
    {
        var pipe = new Pipe();
        using var source = new CancellationTokenSource();
        var reader = new MessageReader(pipe.Reader, gzip: false, 10);
        await pipe.Writer.WriteAsync(new byte[] { 0, 0, 0 });
        ValueTask<ReadOutcome<byte[]>> pending = reader.ReadAsync(Bytes, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending.AsTask());
        await pipe.Writer.WriteAsync(new byte[] { 0, 1, 42 });
        Assert.Equal([42], (await reader.ReadAsync(Bytes, CancellationToken.None)).Message);
    }

    private static byte[] Frame(byte[] payload, bool gzip)
    {
        using var writer = new FrameWriter(int.MaxValue);
        return writer.Frame((bytes, context) => context.Complete(bytes), payload, gzip).ToArray();
    }

    private static async Task<ReadOutcome<byte[]>> ReadOneAsync(byte[] wire, bool gzip, int limit = 1000)
    {
        var reader = new MessageReader(PipeReader.Create(new MemoryStream(wire)), gzip, limit);
        return await reader.ReadAsync(Bytes, CancellationToken.None);
    }

    private static async Task<List<byte[]>> ReadAllAsync(MessageReader reader)
    {
        List<byte[]> messages = [];
        while (await reader.ReadAsync(Bytes, CancellationToken.None) is { Message: byte[] message })
            messages.Add(message);
        return messages;
    }
}
