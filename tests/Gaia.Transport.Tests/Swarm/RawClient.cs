using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Gaia.Grpc.Client;

namespace Gaia.Transport.Swarm;

/// <summary>Talks to a node without keeping to the rules.</summary>
internal static class RawClient
{
    /// <summary>Sends bytes and reads until the node hangs up.</summary>
    public static async Task SendAsync(IPEndPoint endpoint, ReadOnlyMemory<byte> bytes)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(endpoint).WaitAsync(TestNode.Patience);
            var stream = client.GetStream();
            await stream.WriteAsync(bytes);
            await DrainAsync(stream);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            // Reset: hung up as well.
        }
    }

    /// <summary>Shakes hands as told, then reads until the node hangs up.</summary>
    public static async Task HandshakeAsync(
        IPEndPoint endpoint, SslStreamCertificateContext? certificate, SslProtocols protocols = SslProtocols.Tls13)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint).WaitAsync(TestNode.Patience);
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsClientAsync(Terms(certificate, protocols)).WaitAsync(TestNode.Patience);
            await tls.ShutdownAsync();
            await DrainAsync(tls);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // Refused, as it should be; the node says why in its counters.
        }
    }

    /// <summary>A gRPC channel that takes whoever answers, and shows a certificate of the caller's choice.</summary>
    public static GrpcChannel Channel(IPEndPoint endpoint, SslStreamCertificateContext certificate, int messageBytes)
    {
        var handler = GrpcHttpHandler.Create();
        handler.SslOptions = Terms(certificate, SslProtocols.Tls13);
        return GrpcChannel.ForAddress(
            new Uri($"https://{endpoint}"),
            new HttpMessageInvoker(handler),
            TimeProvider.System,
            new GrpcChannelOptions { MaxSendMessageBytes = messageBytes });
    }

    private static SslClientAuthenticationOptions Terms(
        SslStreamCertificateContext? certificate, SslProtocols protocols) => new()
        {
            TargetHost = "",
            ClientCertificateContext = certificate,
            EnabledSslProtocols = protocols,
            ApplicationProtocols = [SslApplicationProtocol.Http2],
#pragma warning disable CA5359 // The other end is the one under test.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
        };

    private static async Task DrainAsync(Stream stream)
    {
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer).AsTask().WaitAsync(TestNode.Patience) > 0)
        {
            // Whatever it says is of no interest.
        }
    }
}
