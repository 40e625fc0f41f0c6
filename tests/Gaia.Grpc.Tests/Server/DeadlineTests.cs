using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Server;

/// <summary>Deadlines in virtual time: the server's clock and the client's clock move by hand.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public async Task ServersClock_PassesDeadline_CancelsHandlerAndAnswers()
    {
        var serverTime = new ManualTime();
        var clientTime = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: serverTime);
        using GrpcChannel channel = host.Connect(time: clientTime);
        using AsyncUnaryCall<Probed> call = ProbeHost.ClientOf(channel).EchoAsync(
            new Probing { Instruction = "hang" }, deadline: InSeconds(clientTime, 5));
        await host.Signals.Started.Task.InTime();
        serverTime.Advance(TimeSpan.FromSeconds(4));
        Assert.False(host.Signals.Cancelled.Task.IsCompleted);
        serverTime.Advance(TimeSpan.FromSeconds(1));
        await host.Signals.Cancelled.Task.InTime();
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, () => call.ResponseAsync);
        Assert.Contains(host.Log, line => line.Contains("passed its deadline"));
        Assert.Equal(0, serverTime.Pending);
        Assert.Equal(0, clientTime.Pending);
    }

    [Fact]
    public async Task ServersClock_HandlerIgnoresItsToken_CallerIsAnsweredAllTheSame()
    {
        var serverTime = new ManualTime();
        var clientTime = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: serverTime);
        using GrpcChannel channel = host.Connect(time: clientTime);
        using AsyncUnaryCall<Probed> call = ProbeHost.ClientOf(channel).EchoAsync(
            new Probing { Instruction = "ignore-cancel" }, deadline: InSeconds(clientTime, 5));
        await host.Signals.Started.Task.InTime();
        serverTime.Advance(TimeSpan.FromSeconds(5));
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, () => call.ResponseAsync);
        Assert.False(host.Signals.Release.Task.IsCompleted);
    }

    [Fact]
    public async Task ServersClock_PassesDuringStream_EndsItAfterWhatWasSent()
    {
        var serverTime = new ManualTime();
        var clientTime = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: serverTime);
        using GrpcChannel channel = host.Connect(time: clientTime);
        using AsyncServerStreamingCall<Probed> call = ProbeHost.ClientOf(channel).Repeat(
            new Probing { Instruction = "hang-after-first" }, deadline: InSeconds(clientTime, 5));
        Assert.True(await call.ResponseStream.MoveNext());
        await host.Signals.Started.Task.InTime();
        serverTime.Advance(TimeSpan.FromSeconds(5));
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, () => call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task ServersClock_PassesWhileCallerDoesNotRead_FreesTheHandler()
    {
        var serverTime = new ManualTime();
        var clientTime = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: serverTime);
        using GrpcChannel channel = host.Connect(time: clientTime);
        using AsyncServerStreamingCall<Probed> call = ProbeHost.ClientOf(channel).Repeat(
            new Probing { Count = int.MaxValue, Payload = ByteString.CopyFrom(new byte[100_000]) },
            deadline: InSeconds(clientTime, 5));
        Assert.True(await call.ResponseStream.MoveNext());
        serverTime.Advance(TimeSpan.FromSeconds(5));
        await host.Signals.Completed.Task.InTime();
        RpcException ended = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
            {
                // What was on its way arrives before the end.
            }
        });
        Assert.Contains(ended.StatusCode, new[] { StatusCode.DeadlineExceeded, StatusCode.Cancelled });
    }

    [Fact]
    public async Task ClientsClock_PassesDeadline_EndsCallAndResetsStream()
    {
        var clientTime = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: new ManualTime());
        using GrpcChannel channel = host.Connect(time: clientTime);
        using AsyncUnaryCall<Probed> call = ProbeHost.ClientOf(channel).EchoAsync(
            new Probing { Instruction = "hang" }, deadline: InSeconds(clientTime, 5));
        await host.Signals.Started.Task.InTime();
        clientTime.Advance(TimeSpan.FromSeconds(5));
        await Expect.FailureAsync(StatusCode.DeadlineExceeded, () => call.ResponseAsync);
        await host.Signals.Cancelled.Task.InTime();
    }

    [Fact]
    public async Task Call_DeadlineInThePast_FailsWithoutReachingTheServer()
    {
        var time = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect(time: time);
        await Expect.FailureAsync(
            StatusCode.DeadlineExceeded,
            () => ProbeHost.ClientOf(channel).EchoAsync(
                new Probing { Instruction = "hang" }, deadline: InSeconds(time, -1)).ResponseAsync);
        Assert.False(host.Signals.Started.Task.IsCompleted);
    }

    [Fact]
    public async Task Call_WithinDeadline_LeavesNoTimer()
    {
        var time = new ManualTime();
        await using ProbeHost host = await ProbeHost.StartAsync(time: time);
        using GrpcChannel channel = host.Connect(time: time);
        Probed with = await ProbeHost.ClientOf(channel).EchoAsync(
            new Probing { Instruction = "deadline" }, deadline: InSeconds(time, 5));
        Probed without = await ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "deadline" });
        Assert.Equal(("set", "none"), (with.Text, without.Text));
        await host.DisposeAsync();
        Assert.Equal(0, time.Pending);
    }

    [Fact]
    public void Call_DeadlineNotUtc_Throws()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(
            new Uri("http://127.0.0.1:1"), new HttpMessageInvoker(GrpcHttpHandler.Create()), new ManualTime());
        Assert.Throws<ArgumentException>(
            () => ProbeHost.ClientOf(channel).EchoAsync(new Probing(), deadline: new DateTime(2030, 1, 1)));
    }

    private static DateTime InSeconds(TimeProvider time, int seconds) =>
        time.GetUtcNow().UtcDateTime.AddSeconds(seconds);
}
