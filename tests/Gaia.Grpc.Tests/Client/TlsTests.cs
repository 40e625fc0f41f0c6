using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gaia.Grpc.Client;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Client;

/// <summary>Channels over TLS 1.3 with certificates on both sides, made in both documented ways.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task Call_OverConnectCallbackThatReturnsSslStream_Works()
    {
        using X509Certificate2 certificate = CreateCertificate();
        await using ProbeHost host = await ProbeHost.StartAsync(certificate: certificate);
        SocketsHttpHandler handler = GrpcHttpHandler.Create();
        handler.ConnectCallback = async (context, token) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(context.DnsEndPoint, token);
            var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
            await stream.AuthenticateAsClientAsync(ClientSide(certificate), token);
            return stream;
        };
        await AssertEchoesAsync(host, handler);
    }

    [Fact]
    public async Task Call_OverSslOptions_Works()
    {
        using X509Certificate2 certificate = CreateCertificate();
        await using ProbeHost host = await ProbeHost.StartAsync(certificate: certificate);
        SocketsHttpHandler handler = GrpcHttpHandler.Create();
        handler.SslOptions = ClientSide(certificate);
        await AssertEchoesAsync(host, handler);
    }

    [Fact]
    public async Task Call_PeersCertificateRefused_IsUnavailable()
    {
        using X509Certificate2 certificate = CreateCertificate();
        await using ProbeHost host = await ProbeHost.StartAsync(certificate: certificate);
        SocketsHttpHandler handler = GrpcHttpHandler.Create();
        handler.SslOptions = ClientSide(certificate);
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => false;
        using GrpcChannel channel = Open(host, handler);
        await Expect.FailureAsync(
            StatusCode.Unavailable, () => ProbeHost.ClientOf(channel).EchoAsync(new Probing()).ResponseAsync);
    }

    [Fact]
    public async Task Call_OverHttp1_Gets426()
    {
        using X509Certificate2 certificate = CreateCertificate();
        await using ProbeHost host = await ProbeHost.StartAsync(certificate: certificate);
        using SocketsHttpHandler handler = GrpcHttpHandler.Create();
        handler.SslOptions = ClientSide(certificate);
        handler.SslOptions.ApplicationProtocols = [SslApplicationProtocol.Http11];
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address, RawGrpc.EchoPath))
        {
            Version = HttpVersion.Version11,
            Content = new ByteArrayContent(RawGrpc.EmptyMessage),
        };
        using HttpResponseMessage response = await http.SendAsync(request, CancellationToken.None);
        Assert.Equal(HttpStatusCode.UpgradeRequired, response.StatusCode);
    }

    private static async Task AssertEchoesAsync(ProbeHost host, SocketsHttpHandler handler)
    {
        using GrpcChannel channel = Open(host, handler);
        ByteString payload = ByteString.CopyFrom(new byte[1_000_000]);
        Probed unary = await ProbeHost.ClientOf(channel).EchoAsync(new Probing { Payload = payload });
        Assert.Equal(payload, unary.Payload);
        Probed subject = await ProbeHost.ClientOf(channel).EchoAsync(new Probing { Instruction = "peer" });
        Assert.Equal("x509_pem_cert CN=gaia ipv4:127.0.0.1", subject.Text);
    }

    private static GrpcChannel Open(ProbeHost host, SocketsHttpHandler handler) =>
        GrpcChannel.ForAddress(host.Address, new HttpMessageInvoker(handler), TimeProvider.System);

    private static SslClientAuthenticationOptions ClientSide(X509Certificate2 certificate) => new()
    {
        TargetHost = "gaia",
        EnabledSslProtocols = SslProtocols.Tls13,
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        ClientCertificates = [certificate],
        RemoteCertificateValidationCallback = (_, presented, _, _) =>
            presented is not null && presented.GetRawCertData().AsSpan().SequenceEqual(certificate.RawData),
    };

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gaia", key, HashAlgorithmName.SHA256);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
