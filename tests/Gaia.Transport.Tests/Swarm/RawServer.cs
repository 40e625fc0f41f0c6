using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Gaia.Transport.Swarm;

/// <summary>A TLS server that shows a certificate of the test's choice to one client.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RawServer() => _listener.Start();

    public IPEndPoint Endpoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Serves one handshake, then hangs up.</summary>
    public async Task ServeAsync(
        SslStreamCertificateContext certificate, SslProtocols protocols = SslProtocols.Tls13)
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate,
                ClientCertificateRequired = true,
                EnabledSslProtocols = protocols,
                ApplicationProtocols = [SslApplicationProtocol.Http2],
#pragma warning disable CA5359 // The other end is the one under test.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            }).WaitAsync(TestNode.Patience);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // The client refused; it says why itself.
        }
    }

    public void Dispose() => _listener.Dispose();
}
