using System.Net;
using System.Net.Sockets;
using System.Text;
using Gaia.Grpc.Client;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;

namespace Gaia.Grpc.Tests.Server;

public sealed class HostileRequestTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpc-web+proto")]
    [InlineData("application/grpc+json")]
    [InlineData(null)]
    public async Task Rejects_OtherContentType_With415(string? contentType)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        RawAnswer answer = await RawGrpc.PostAsync(
            host.Address, RawGrpc.EchoPath, RawGrpc.EmptyMessage, contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.HttpStatus);
        Assert.Contains(host.Log, line => line.Contains("415"));
    }

    [Theory]
    [InlineData("/gaia.grpc.tests.v1.Probe/Nothing")]
    [InlineData("/other.Service/Echo")]
    public async Task Rejects_UnknownMethod_WithUnimplementedTrailersOnly(string path)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        RawAnswer answer = await RawGrpc.PostAsync(host.Address, path, RawGrpc.EmptyMessage);
        Assert.Equal((HttpStatusCode.OK, "12", true), (answer.HttpStatus, answer.GrpcStatus, answer.TrailersOnly));
    }

    [Fact]
    public async Task Answers_HandmadeRequest_WithFrameAndTrailers()
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        RawAnswer answer = await RawGrpc.PostAsync(host.Address, RawGrpc.EchoPath, RawGrpc.EmptyMessage);
        Assert.Equal((HttpStatusCode.OK, "0", false), (answer.HttpStatus, answer.GrpcStatus, answer.TrailersOnly));
        Assert.Equal(RawGrpc.EmptyMessage, answer.Body);
    }

    /// <summary>The request, and the status it must get.</summary>
    public static TheoryData<byte[], string> BadBodies => new()
    {
        { [], "12" },
        { [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "12" },
        { [0], "13" },
        { [0, 0, 0, 0, 9, 1], "13" },
        { [7, 0, 0, 0, 0], "13" },
        { [1, 0, 0, 0, 2, 1, 1], "13" },
        { [0, 0, 0, 0, 2, 0xFF, 0xFF], "13" },
        { [0, 0, 0x40, 0, 1], "8" },
        { [0, 0xFF, 0xFF, 0xFF, 0xFF], "8" },
        { [.. Enumerable.Repeat((byte)0xEE, 100_000)], "13" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Rejects_MalformedBody_WithStatusAndStaysUp(byte[] body, string status)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        RawAnswer answer = await RawGrpc.PostAsync(host.Address, RawGrpc.EchoPath, body);
        Assert.Equal((HttpStatusCode.OK, status), (answer.HttpStatus, answer.GrpcStatus));
        Assert.DoesNotContain(host.Log, line => line.StartsWith("Error"));
        await AssertAnswersAsync(host);
    }

    [Theory]
    [InlineData("grpc-timeout", "soon", "13")]
    [InlineData("grpc-timeout", "999999999S", "13")]
    [InlineData("grpc-timeout", "0u", "4")]
    [InlineData("grpc-encoding", "snappy", "12")]
    [InlineData("x-key-bin", "***", "13")]
    public async Task Rejects_MalformedHeader_WithStatus(string name, string value, string status)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        RawAnswer answer = await RawGrpc.PostAsync(
            host.Address, RawGrpc.EchoPath, RawGrpc.EmptyMessage, "application/grpc", (name, value));
        Assert.Equal((HttpStatusCode.OK, status), (answer.HttpStatus, answer.GrpcStatus));
        Assert.Equal("identity,gzip", answer.Headers.GetValues("grpc-accept-encoding").Single());
    }

    [Fact]
    public async Task Rejects_MetadataOverLimit_WithResourceExhausted()
    {
        await using ProbeHost host = await ProbeHost.StartAsync(new GrpcServerOptions { MaxMetadataBytes = 1024 });
        RawAnswer answer = await RawGrpc.PostAsync(
            host.Address, RawGrpc.EchoPath, RawGrpc.EmptyMessage, "application/grpc", ("x-key", new string('a', 1024)));
        Assert.Equal("8", answer.GrpcStatus);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f\u007f")]
    public async Task Closes_ConnectionWithGarbage_AndStaysUp(string garbage)
    {
        await using ProbeHost host = await ProbeHost.StartAsync();
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            await socket.ConnectAsync(host.Address.Host, host.Address.Port);
            await socket.SendAsync(Encoding.Latin1.GetBytes(garbage));
            socket.Shutdown(SocketShutdown.Send);
            var buffer = new byte[4096];
            for (int reads = 0; reads < 100 && await ReadAsync(socket, buffer) > 0; reads++)
            {
                // Whatever the server says, it must end the connection.
            }
        }

        await AssertAnswersAsync(host);
    }

    private static async Task<int> ReadAsync(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private static async Task AssertAnswersAsync(ProbeHost host)
    {
        using GrpcChannel channel = host.Connect();
        Assert.Equal("up", (await ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "up" })).Text);
    }
}
