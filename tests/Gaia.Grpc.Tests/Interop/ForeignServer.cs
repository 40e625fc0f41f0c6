using Gaia.Grpc.Client;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>What our client must see of any server of the test contract.</summary>
internal static class ForeignServer
{
    public static async Task AssertFourKindsAsync(Func<PeerProcess> start)
    {
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(peer);
        await AssertAllFourKindsAsync(new Probe.ProbeClient(channel));
    }

    public static async Task AssertGzipAsync(Func<PeerProcess> start)
    {
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(
            peer, new GrpcChannelOptions { RequestEncoding = GrpcEncoding.Gzip });
        await AssertAllFourKindsAsync(new Probe.ProbeClient(channel));
    }

    public static async Task AssertMetadataAsync(Func<PeerProcess> start)
    {
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(peer);
        var sent = new Metadata { { "x-text", "plain words" }, { "x-raw-bin", [0, 255, 10] } };
        using AsyncUnaryCall<Probed> call =
            new Probe.ProbeClient(channel).EchoAsync(new Probing { Instruction = "metadata" }, sent);
        Assert.Equal("00ff0a", (await call).Text);
        foreach (Metadata back in new[] { await call.ResponseHeadersAsync, call.GetTrailers() })
        {
            Assert.Equal("plain words", back.GetValue("x-text"));
            Assert.Equal([0, 255, 10], back.GetValueBytes("x-raw-bin"));
        }
    }

    public static async Task AssertFailuresAsync(Func<PeerProcess> start)
    {
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(peer);
        var client = new Probe.ProbeClient(channel);
        await AssertFailureAsync(client);
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => client.EchoAsync(new Probing { Payload = ByteString.CopyFrom(new byte[3_000_000]) }).ResponseAsync);
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => client.EchoAsync(new Probing { Instruction = "big", Count = 5_000_000 }).ResponseAsync);
        using AsyncClientStreamingCall<Probing, Probed> collect = client.Collect();
        await collect.RequestStream.WriteAsync(new Probing { Instruction = "stop" });
        await Expect.FailureAsync(StatusCode.OutOfRange, () => collect.ResponseAsync);
    }

    public static async Task AssertDeadlineAsync(Func<PeerProcess> start)
    {
        // The client's clock stands still: only the server can end this call, by the grpc-timeout it was sent.
        var time = new ManualTime();
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(peer, time: time);
        DateTime deadline = time.GetUtcNow().UtcDateTime.AddMilliseconds(200);
        await Expect.FailureAsync(
            StatusCode.DeadlineExceeded,
            () => new Probe.ProbeClient(channel)
                .EchoAsync(new Probing { Instruction = "hang" }, deadline: deadline).ResponseAsync);
    }

    public static async Task AssertCancellationAsync(Func<PeerProcess> start)
    {
        await using PeerProcess peer = start();
        using GrpcChannel channel = await ConnectAsync(peer);
        AsyncServerStreamingCall<Probed> call =
            new Probe.ProbeClient(channel).Repeat(new Probing { Instruction = "hang-after-first" });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("started", await peer.ReadLineAsync());
        call.Dispose();
        Assert.Equal("cancelled", await peer.ReadLineAsync());
    }

    /// <summary>Waits for "listening PORT" and opens a channel.</summary>
    private static async Task<GrpcChannel> ConnectAsync(
        PeerProcess peer, GrpcChannelOptions? options = null, TimeProvider? time = null)
    {
        string line = await peer.ReadLineAsync();
        Assert.StartsWith("listening ", line);
        return GrpcChannel.ForAddress(
            new Uri($"http://127.0.0.1:{line["listening ".Length..]}"),
            new HttpMessageInvoker(GrpcHttpHandler.Create(options)),
            time ?? TimeProvider.System,
            options);
    }

    private static async Task AssertAllFourKindsAsync(Probe.ProbeClient client)
    {
        ByteString payload = ByteString.CopyFrom([.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i >> 8))]);
        Probed echo = await client.EchoAsync(new Probing { Instruction = "hi", Payload = payload });
        Assert.Equal("hi", echo.Text);
        Assert.Equal(payload, echo.Payload);

        using AsyncServerStreamingCall<Probed> repeat =
            client.Repeat(new Probing { Count = 100, Payload = ByteString.CopyFrom(new byte[10_000]) });
        List<int> indices = [];
        await foreach (Probed answer in repeat.ResponseStream.ReadAllAsync())
            indices.Add(answer.Index);
        Assert.Equal(Enumerable.Range(0, 100), indices);
        Assert.Equal("100", repeat.GetTrailers().GetValue("sent"));

        using AsyncClientStreamingCall<Probing, Probed> collect = client.Collect();
        for (int i = 0; i < 40; i++)
            await collect.RequestStream.WriteAsync(new Probing { Payload = ByteString.CopyFrom(new byte[5_000]) });
        await collect.RequestStream.CompleteAsync();
        Assert.Equal("40/200000", (await collect).Text);

        using AsyncDuplexStreamingCall<Probing, Probed> converse = client.Converse();
        for (int i = 0; i < 5; i++)
        {
            await converse.RequestStream.WriteAsync(new Probing { Instruction = $"m{i}" });
            Assert.True(await converse.ResponseStream.MoveNext());
            Assert.Equal($"m{i}", converse.ResponseStream.Current.Text);
        }

        await converse.RequestStream.CompleteAsync();
        Assert.False(await converse.ResponseStream.MoveNext());
    }

    private static async Task AssertFailureAsync(Probe.ProbeClient client)
    {
        RpcException failure = await Expect.FailureAsync(
            StatusCode.FailedPrecondition, () => client.EchoAsync(new Probing { Instruction = "fail" }).ResponseAsync);
        Assert.Equal("Grüße, 世界 100% \n\U0001F680", failure.Status.Detail);
        Assert.Equal("asked", failure.Trailers.GetValue("why"));
        Assert.Equal([0, 1, 254, 255], failure.Trailers.GetValueBytes("detail-bin"));

        using AsyncServerStreamingCall<Probed> repeat =
            client.Repeat(new Probing { Instruction = "fail-at-end", Count = 1 });
        Assert.True(await repeat.ResponseStream.MoveNext());
        await Expect.FailureAsync(StatusCode.DataLoss, () => repeat.ResponseStream.MoveNext());

        using AsyncDuplexStreamingCall<Probing, Probed> converse = client.Converse();
        await converse.RequestStream.WriteAsync(new Probing { Instruction = "fail" });
        await Expect.FailureAsync(StatusCode.Aborted, () => converse.ResponseStream.MoveNext());
    }
}
