using Gaia.Grpc.Client;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Server;

public sealed class OutcomeTests
{
    [Fact]
    public async Task Handler_ThrowsRpcException_ItsStatusAndTrailersArrive()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        RpcException failure = await Expect.FailureAsync(
            StatusCode.FailedPrecondition,
            () => ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "fail" }).ResponseAsync);
        Assert.Equal("Grüße, 世界 100% \n\U0001F680", failure.Status.Detail);
        Assert.Equal("asked", failure.Trailers.GetValue("why"));
        Assert.Equal([0, 1, 254, 255], failure.Trailers.GetValueBytes("detail-bin"));
    }

    [Fact]
    public async Task Handler_ThrowsOther_IsUnknownWithoutItsTextAndIsLogged()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        RpcException failure = await Expect.FailureAsync(
            StatusCode.Unknown,
            () => ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "throw" }).ResponseAsync);
        Assert.DoesNotContain("secret", failure.ToString());
        Assert.Contains(host.Log, line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task Handler_FailsAfterMessages_MessagesArriveThenStatus()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncServerStreamingCall<Probed> call =
            ProbeHost.ClientOf(channel).Repeat(new Probing { Instruction = "fail-at-end", Count = 2 });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.True(await call.ResponseStream.MoveNext());
        RpcException failure = await Expect.FailureAsync(StatusCode.DataLoss, () => call.ResponseStream.MoveNext());
        Assert.Equal("after all", failure.Status.Detail);
        Assert.Equal(StatusCode.DataLoss, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Handler_EndsClientStreamEarly_CallerLearnsItWhileWriting()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncClientStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Collect();
        await call.RequestStream.WriteAsync(new Probing { Instruction = "stop" });
        await Expect.FailureAsync(StatusCode.OutOfRange, () => call.ResponseAsync);
        await Expect.FailureAsync(StatusCode.OutOfRange, () => call.RequestStream.WriteAsync(new Probing()));
    }

    [Fact]
    public async Task Metadata_OfEveryKind_GoesBothWays()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        var sent = new Metadata { { "x-text", "a, b" }, { "x-raw-bin", [0, 255, 10] }, { "x-empty-bin", [] } };
        using AsyncUnaryCall<Probed> call =
            ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "metadata" }, sent);
        Probed answer = await call;
        Assert.Equal("x-text=a, b;x-raw-bin=00FF0A;x-empty-bin=;", answer.Text);
        foreach (Metadata back in new[] { await call.ResponseHeadersAsync, call.GetTrailers() })
        {
            Assert.Equal("a, b", back.GetValue("x-text"));
            Assert.Equal([0, 255, 10], back.GetValueBytes("x-raw-bin"));
            Assert.Empty(back.GetValueBytes("x-empty-bin")!);
        }
    }

    [Fact]
    public async Task Request_OverServersLimit_IsResourceExhausted()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { MaxReceiveMessageBytes = 1000 });
        using GrpcChannel channel = host.Connect();
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => ProbeHost.ClientOf(channel).EchoAsync(
                new Probing { Payload = ByteString.CopyFrom(new byte[1_000_000]) }).ResponseAsync);
    }

    [Fact]
    public async Task Request_BombInGzip_IsResourceExhausted()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { MaxReceiveMessageBytes = 100_000 });
        using GrpcChannel channel = host.Connect(new GrpcChannelOptions { RequestEncoding = GrpcEncoding.Gzip });
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => ProbeHost.ClientOf(channel).EchoAsync(
                new Probing { Payload = ByteString.CopyFrom(new byte[4_000_000]) }).ResponseAsync);
    }

    [Fact]
    public async Task Response_OverServersSendLimit_IsResourceExhausted()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(new GrpcServerOptions { MaxSendMessageBytes = 1000 });
        using GrpcChannel channel = host.Connect();
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => ProbeHost.ClientOf(channel)
                .EchoAsync(new Probing { Instruction = "big", Count = 1000 }).ResponseAsync);
    }

    [Fact]
    public async Task Gzip_BothWays_CarriesTheSameMessages()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { ResponseEncoding = GrpcEncoding.Gzip });
        using GrpcChannel channel = host.Connect(new GrpcChannelOptions { RequestEncoding = GrpcEncoding.Gzip });
        ByteString payload = ByteString.CopyFrom([.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i >> 10))]);
        Assert.Equal(payload, (await ProbeHost.ClientOf(channel).EchoAsync(new Probing { Payload = payload })).Payload);
        RawAnswer raw = await RawGrpc.PostAsync(
            host.Address,
            RawGrpc.EchoPath,
            [0, 0, 0, 0, 102, 18, 100, .. new byte[100]],
            "application/grpc",
            ("grpc-accept-encoding", "identity, gzip"));
        Assert.Equal("gzip", raw.Headers.GetValues("grpc-encoding").Single());
        Assert.Equal(1, raw.Body[0]);
        Assert.InRange(raw.Body.Length, 20, 80);
    }
}
