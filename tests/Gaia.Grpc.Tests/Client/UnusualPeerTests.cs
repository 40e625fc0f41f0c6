using System.Net;
using System.Net.Sockets;
using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Client;

public sealed class UnusualPeerTests
{
    private static readonly Marshaller<Probing> Requests = Marshallers.Create(
        message => message.ToByteArray(), bytes => Probing.Parser.ParseFrom(bytes));

    [Theory]
    [InlineData("wrong-type", StatusCode.Unknown)]
    [InlineData("no-status", StatusCode.Unknown)]
    public async Task Call_PeerThatSpeaksNoGrpc_FailsWithStatus(string name, StatusCode status)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        await Expect.FailureAsync(status, () => CallAsync(channel, "odd", name));
    }

    [Fact]
    public async Task Call_UnknownMethod_IsUnimplemented()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        await Expect.FailureAsync(StatusCode.Unimplemented, () => CallAsync(channel, "no.Such", "Method"));
    }

    [Fact]
    public async Task Call_NobodyListens_IsUnavailable()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        int port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        using GrpcChannel channel = GrpcChannel.ForAddress(
            new Uri($"http://127.0.0.1:{port}"),
            new HttpMessageInvoker(GrpcHttpHandler.Create()),
            TimeProvider.System);
        using AsyncClientStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Collect();
        await Expect.FailureAsync(StatusCode.Unavailable, () => call.RequestStream.WriteAsync(new Probing()));
        await Expect.FailureAsync(StatusCode.Unavailable, () => call.ResponseAsync);
        await Expect.FailureAsync(StatusCode.Unavailable, () => call.ResponseHeadersAsync);
    }

    [Fact]
    public async Task Call_ResponseOverLimit_IsResourceExhausted()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect(new GrpcChannelOptions { MaxReceiveMessageBytes = 1000 });
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted,
            () => ProbeHost.ClientOf(channel)
                .EchoAsync(new Probing { Instruction = "big", Count = 100_000 }).ResponseAsync);
    }

    [Fact]
    public async Task Call_RequestOverLimit_IsResourceExhaustedBeforeItLeaves()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect(new GrpcChannelOptions { MaxSendMessageBytes = 1000 });
        var request = new Probing { Instruction = "hang", Payload = ByteString.CopyFrom(new byte[1000]) };
        await Expect.FailureAsync(
            StatusCode.ResourceExhausted, () => ProbeHost.ClientOf(channel).EchoAsync(request).ResponseAsync);
        Assert.False(host.Signals.Started.Task.IsCompleted);
    }

    [Fact]
    public async Task Write_AfterComplete_Throws()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using GrpcChannel channel = host.Connect();
        using AsyncClientStreamingCall<Probing, Probed> call = ProbeHost.ClientOf(channel).Collect();
        await call.RequestStream.CompleteAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new Probing()));
        Assert.Equal("0/0", (await call).Text);
    }

    [Fact]
    public void GetStatus_OfRunningCall_Throws()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(
            new Uri("http://127.0.0.1:1"), new HttpMessageInvoker(new NeverHandler()), TimeProvider.System);
        using AsyncUnaryCall<Probed> call = ProbeHost.ClientOf(channel).EchoAsync(new Probing());
        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
    }

    [Theory]
    [InlineData("ftp://127.0.0.1:1")]
    [InlineData("http://127.0.0.1:1/path")]
    public void ForAddress_OtherForm_Throws(string address) => Assert.Throws<ArgumentException>(
        () => GrpcChannel.ForAddress(
            new Uri(address), new HttpMessageInvoker(new NeverHandler()), TimeProvider.System));

    [Fact]
    public void ForAddress_OptionsOutOfRange_NamesThemAll()
    {
        var options = new GrpcChannelOptions { MaxReceiveMessageBytes = 0, MaxMetadataBytes = 1, UserAgent = "ü" };
        ArgumentException refused = Assert.Throws<ArgumentException>(() => GrpcChannel.ForAddress(
            new Uri("http://127.0.0.1:1"), new HttpMessageInvoker(new NeverHandler()), TimeProvider.System, options));
        foreach (string key in new[] { "MaxReceiveMessageBytes", "MaxMetadataBytes", "UserAgent" })
            Assert.Contains(key, refused.Message);
    }

    private static async Task CallAsync(GrpcChannel channel, string service, string name)
    {
        var method = new Method<Probing, Probing>(MethodType.Unary, service, name, Requests, Requests);
        using AsyncUnaryCall<Probing> call =
            channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new Probing());
        await call;
    }

    private sealed class NeverHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken) =>
            new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
    }
}
