using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Framing;

public sealed class FrameWriterTests
{
    private static readonly Action<byte[], SerializationContext> Whole = (bytes, context) => context.Complete(bytes);

    private static readonly Action<byte[], SerializationContext> ByWriter = (bytes, context) =>
    {
        context.SetPayloadLength(bytes.Length);
        context.GetBufferWriter().Write(bytes);
        context.Complete();
    };

    [Fact]
    public void Frame_AnyPayload_ReadsBackThroughBothWays() => Prop.ForAll<byte[], bool>((payload, whole) =>
    {
        using var writer = new FrameWriter(1 << 20);
        ReadOnlyMemory<byte> frame = writer.Frame(whole ? Whole : ByWriter, payload, gzip: false);
        var buffer = new ReadOnlySequence<byte>(frame);
        FrameVerdict verdict =
            FrameFormat.TryRead(ref buffer, payload.Length, out bool compressed, out ReadOnlySequence<byte> read);
        return verdict == FrameVerdict.Message && !compressed && buffer.IsEmpty
            && read.ToArray().SequenceEqual(payload);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Frame_OverLimit_IsResourceExhausted()
    {
        using var writer = new FrameWriter(3);
        Assert.Equal([0, 0, 0, 0, 3, 0, 0, 0], writer.Frame(Whole, new byte[3], gzip: false).ToArray());
        foreach (Action<byte[], SerializationContext> serializer in new[] { Whole, ByWriter })
        {
            RpcException refused =
                Assert.Throws<RpcException>(() => writer.Frame(serializer, new byte[4], gzip: false));
            Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        }
    }

    [Fact]
    public void Frame_MarshallerThatForgetsToComplete_IsInternal()
    {
        using var writer = new FrameWriter(100);
        RpcException refused = Assert.Throws<RpcException>(() => writer.Frame((_, _) => { }, "x", gzip: false));
        Assert.Equal(StatusCode.Internal, refused.StatusCode);
    }

    [Fact]
    public void Frame_MarshallerThatThrows_IsInternal()
    {
        using var writer = new FrameWriter(100);
        RpcException refused = Assert.Throws<RpcException>(
            () => writer.Frame((_, _) => throw new FormatException(), "x", gzip: false));
        Assert.Equal(StatusCode.Internal, refused.StatusCode);
    }

    [Fact]
    public void Frame_GzipThatDoesNotShrink_StaysPlain()
    {
        using var writer = new FrameWriter(100);
        Assert.Equal(0, writer.Frame(Whole, [1, 2, 3], gzip: true).Span[0]);
        Assert.Equal(1, writer.Frame(Whole, new byte[100], gzip: true).Span[0]);
    }
}
