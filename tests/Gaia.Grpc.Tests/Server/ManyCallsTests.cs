using FsCheck.Fluent;
using Gaia.Grpc.Client;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Server;

/// <summary>Many calls at once on one connection: pooled memory must never show one call's bytes to another.</summary>
public sealed class ManyCallsTests
{
    [Fact]
    public async Task Calls_OfTwoKindsInParallel_EachGetsItsOwnBytes()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(
            new GrpcServerOptions { ResponseEncoding = GrpcEncoding.Gzip });
        using GrpcChannel channel = host.Connect(new GrpcChannelOptions { RequestEncoding = GrpcEncoding.Gzip });
        Probe.ProbeClient client = ProbeHost.ClientOf(channel);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => caller % 2 == 0
            ? EchoAsync(client, caller)
            : ConverseAsync(client, caller)));
    }

    [Fact]
    public async Task Calls_CancelledAtAnyMoment_LeaveTheOthersAlone()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        Probe.ProbeClient client = ProbeHost.ClientOf(channel);
        Task others = Task.WhenAll(Enumerable.Range(0, 8).Select(caller => EchoAsync(client, caller)));
        for (int i = 0; i < 200; i++)
        {
            using AsyncServerStreamingCall<Probed> call =
                client.Repeat(new Probing { Count = 1000, Payload = Payload(i, 0) });
            for (int reads = 0; reads < i % 5; reads++)
                Assert.True(await call.ResponseStream.MoveNext());
        }

        await others;
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task Rejects_AnyBody_WithStatusOrAnswersIt()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        foreach (byte[] body in ArbMap.Default.GeneratorFor<byte[]>().Sample(100, 50))
        {
            RawAnswer answer = await RawGrpc.PostAsync(host.Address, RawGrpc.EchoPath, body);
            Assert.NotNull(answer.GrpcStatus);
        }

        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error"));
    }

    private static async Task EchoAsync(Probe.ProbeClient client, int caller)
    {
        for (int i = 0; i < 20; i++)
        {
            ByteString payload = Payload(caller, i);
            Assert.Equal(payload, (await client.EchoAsync(new Probing { Payload = payload })).Payload);
        }
    }

    private static async Task ConverseAsync(Probe.ProbeClient client, int caller)
    {
        using AsyncDuplexStreamingCall<Probing, Probed> call = client.Converse();
        for (int i = 0; i < 20; i++)
        {
            ByteString payload = Payload(caller, i);
            await call.RequestStream.WriteAsync(new Probing { Payload = payload });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(payload, call.ResponseStream.Current.Payload);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    /// <summary>Bytes that no other call sends, of very different lengths.</summary>
    private static ByteString Payload(int caller, int index) => ByteString.CopyFrom(
        [.. Enumerable.Range(0, (caller * 997) + (index * 1009)).Select(i => (byte)((i * 31) + caller + (index * 7)))]);
}
