using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Server;

public sealed class FourKindsTests
{
    [Fact]
    public async Task Echo_Unary_ReturnsPayload()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        ByteString payload = ByteString.CopyFrom(new byte[100_000]);
        using AsyncUnaryCall<Probed> call =
            ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "hi", Payload = payload });
        Probed answer = await call;
        Assert.Equal("hi", answer.Text);
        Assert.Equal(payload, answer.Payload);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("hi", ProbeHost.ClientOf(channel).Echo(new Probing { Instruction = "hi" }).Text);
    }

    [Fact]
    public async Task Repeat_ServerStreaming_ReturnsAllInOrderAndTrailers()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncServerStreamingCall<Probed> call = ProbeHost.ClientOf(channel).Repeat(
            new Probing { Count = 200, Payload = ByteString.CopyFrom(new byte[10_000]) });
        List<int> indices = [];
        await foreach (Probed answer in call.ResponseStream.ReadAllAsync())
            indices.Add(answer.Index);
        Assert.Equal(Enumerable.Range(0, 200), indices);
        Assert.Equal("200", call.GetTrailers().GetValue("sent"));
    }

    [Fact]
    public async Task Collect_ClientStreaming_CountsEveryMessage()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncClientStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Collect();
        for (int i = 0; i < 50; i++)
            await call.RequestStream.WriteAsync(new Probing { Payload = ByteString.CopyFrom(new byte[20_000]) });
        await call.RequestStream.CompleteAsync();
        Assert.Equal("50/1000000", (await call).Text);
    }

    [Fact]
    public async Task Converse_Duplex_AnswersEachBeforeTheNext()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncDuplexStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Converse();
        for (int i = 0; i < 20; i++)
        {
            await call.RequestStream.WriteAsync(new Probing { Instruction = $"m{i}" });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal($"m{i}", call.ResponseStream.Current.Text);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }
}
