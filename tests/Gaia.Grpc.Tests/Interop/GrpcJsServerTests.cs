using Gaia.Grpc.Client;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>Our client calls a server of grpc-js.</summary>
public sealed class GrpcJsServerTests
{
    [GrpcJsFact]
    public async Task Client_CallsAllFourKinds_SeesEveryMessage()
    {
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(peer);
        await ForeignServer.AssertAllFourKindsAsync(new Probe.ProbeClient(channel));
    }

    [GrpcJsFact]
    public async Task Client_CompressesWithGzip_SeesEveryMessage()
    {
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(
            peer, new GrpcChannelOptions { RequestEncoding = GrpcEncoding.Gzip });
        await ForeignServer.AssertAllFourKindsAsync(new Probe.ProbeClient(channel));
    }

    [GrpcJsFact]
    public async Task Client_SendsMetadata_GetsItBackInHeadersAndTrailers()
    {
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(peer);
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

    [GrpcJsFact]
    public async Task Client_CallsThatFail_SeesStatusTextAndTrailers()
    {
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(peer);
        var client = new Probe.ProbeClient(channel);
        await ForeignServer.AssertFailureAsync(client);
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

    [GrpcJsFact]
    public async Task Client_TellsItsDeadline_ServerEndsTheCall()
    {
        // The client's clock stands still: only the server can end this call, by the grpc-timeout it was sent.
        var time = new ManualTime();
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(peer, time: time);
        DateTime deadline = time.GetUtcNow().UtcDateTime.AddMilliseconds(200);
        await Expect.FailureAsync(
            StatusCode.DeadlineExceeded,
            () => new Probe.ProbeClient(channel)
                .EchoAsync(new Probing { Instruction = "hang" }, deadline: deadline).ResponseAsync);
    }

    [GrpcJsFact]
    public async Task Client_Cancels_ServerSeesIt()
    {
        await using PeerProcess peer = PeerProcess.Start(PeerProcess.Node, "server.js");
        using GrpcChannel channel = await ForeignServer.ConnectAsync(peer);
        AsyncServerStreamingCall<Probed> call =
            new Probe.ProbeClient(channel).Repeat(new Probing { Instruction = "hang-after-first" });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.Equal("started", await peer.ReadLineAsync());
        call.Dispose();
        Assert.Equal("cancelled", await peer.ReadLineAsync());
    }
}
