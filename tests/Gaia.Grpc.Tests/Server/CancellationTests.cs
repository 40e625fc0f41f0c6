using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Server;

public sealed class CancellationTests
{
    [Fact]
    public async Task Unary_CallersTokenCancelled_CancelsHandler()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using var source = new CancellationTokenSource();
        using AsyncUnaryCall<Probed> call = ProbeHost.ClientOf(channel).EchoAsync(
            new Probing { Instruction = "hang" }, cancellationToken: source.Token);
        await host.Signals.Started.Task.InTime();
        await source.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseAsync);
        await host.Signals.Cancelled.Task.InTime();
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Unary_TokenCancelledBefore_FailsAtOnce()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        await Expect.FailureAsync(
            StatusCode.Cancelled,
            () => ProbeHost.ClientOf(channel).EchoAsync(
                new Probing(), cancellationToken: new CancellationToken(canceled: true)).ResponseAsync);
    }

    [Fact]
    public async Task ServerStream_Disposed_CancelsHandler()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        AsyncServerStreamingCall<Probed> call =
            ProbeHost.ClientOf(channel).Repeat(new Probing { Instruction = "hang-after-first" });
        Assert.True(await call.ResponseStream.MoveNext());
        call.Dispose();
        await host.Signals.Cancelled.Task.InTime();
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task ServerStream_ReadTokenCancelled_EndsTheCall()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncServerStreamingCall<Probed> call =
            ProbeHost.ClientOf(channel).Repeat(new Probing { Instruction = "hang-after-first" });
        Assert.True(await call.ResponseStream.MoveNext());
        using var source = new CancellationTokenSource();
        Task<bool> read = call.ResponseStream.MoveNext(source.Token);
        await source.CancelAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => read);
        await host.Signals.Cancelled.Task.InTime();
    }

    [Fact]
    public async Task ClientStream_Disposed_NeverLooksCompleteToTheHandler()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        AsyncClientStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Collect();
        await call.RequestStream.WriteAsync(new Probing());
        await host.Signals.Started.Task.InTime();
        call.Dispose();
        await host.Signals.Cancelled.Task.InTime();
        Assert.False(host.Signals.Completed.Task.IsCompleted);
        await Expect.FailureAsync(StatusCode.Cancelled, () => call.ResponseAsync);
    }

    [Fact]
    public async Task ServerStream_CallerStopsReading_HandlerIsHeldBackAndThenReset()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        AsyncServerStreamingCall<Probed> call = ProbeHost.ClientOf(channel).Repeat(
            new Probing { Count = int.MaxValue, Payload = ByteString.CopyFrom(new byte[100_000]) });
        Assert.True(await call.ResponseStream.MoveNext());
        call.Dispose();
        await host.DisposeAsync();
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error"));
    }

    [Fact]
    public async Task Channel_Disposed_EndsRunningAndLaterCalls()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        GrpcChannel channel = host.Connect();
        Probe.ProbeClient client = ProbeHost.ClientOf(channel);
        AsyncUnaryCall<Probed> running = client.EchoAsync(new Probing { Instruction = "hang" });
        await host.Signals.Started.Task.InTime();
        await channel.ShutdownAsync();
        await Expect.FailureAsync(StatusCode.Cancelled, () => running.ResponseAsync);
        await Expect.FailureAsync(StatusCode.Cancelled, () => client.EchoAsync(new Probing()).ResponseAsync);
    }
}
