using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Gaia.Core.Identity;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;

namespace Gaia.Transport.Channel;

/// <summary>Makes secure channels to nodes: TCP, TLS, and the proof of who answers.</summary>
internal sealed class Connector(
    TlsTerms terms, ConnectionLimits limits, RefusalCounters refusals, TimeProvider time)
{
    private static readonly TimeSpan PartingTime = TimeSpan.FromSeconds(1);

    /// <summary>Connects to one address.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ConnectOutcome> ConnectAsync(PeerAddress address, CancellationToken cancellationToken)
    {
        var (socket, failure) = await ConnectSocketAsync(address, cancellationToken);
        return socket is null
            ? ConnectOutcome.Failed(failure!)
            : await SecureAsync(socket, address.Node, cancellationToken);
    }

    private async Task<(Socket? Socket, PeerFailure? Failure)> ConnectSocketAsync(
        PeerAddress address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            EndPoint endpoint = IPAddress.TryParse(address.Host, out var ip)
                ? new IPEndPoint(ip, address.Port)
                : new DnsEndPoint(address.Host, address.Port);
            await socket.ConnectAsync(endpoint, either.Token);
            return (socket, null);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            var reason = exception.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData
                or SocketError.TryAgain
                ? PeerFailureReason.HostUnknown
                : PeerFailureReason.Unreachable;
            return (null, new PeerFailure(reason, Lower(exception.Message), DialStep.Connecting));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            return (null, new PeerFailure(PeerFailureReason.Timeout,
                $"no TCP connection within {limits.ConnectTimeout.TotalSeconds:0.#} s", DialStep.Connecting));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<ConnectOutcome> SecureAsync(Socket socket, NodeId node, CancellationToken cancellationToken)
    {
        CertificateVerdict? verdict = null;
        using var deadline = new CancellationTokenSource(limits.HandshakeTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var remote = RemoteName.WithPort(socket.RemoteEndPoint);
        var inner = new TrackedStream(new NetworkStream(socket, ownsSocket: true));
        var tls = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            await tls.AuthenticateAsClientAsync(terms.ForClient(node, judged => verdict = judged), either.Token);
            if (verdict is { IsAccepted: true } && tls.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2)
                return ConnectOutcome.Connected(new SecureConnection(tls, inner, verdict.Peer, remote));
            await PartAsync(tls);
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            // Named below by the verdict, where the handshake came as far as a certificate.
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await tls.DisposeAsync();
            return ConnectOutcome.Failed(new PeerFailure(PeerFailureReason.Timeout,
                $"no TLS handshake within {limits.HandshakeTimeout.TotalSeconds:0.#} s", DialStep.Tls));
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }

        await tls.DisposeAsync();
        return ConnectOutcome.Failed(Describe(verdict, remote));
    }

    private PeerFailure Describe(CertificateVerdict? verdict, string remote)
    {
        if (verdict?.Reason is not { } reason)
        {
            return new PeerFailure(PeerFailureReason.Tls,
                "the TLS 1.3 handshake failed: no gaia node answers there, or it refused this one", DialStep.Tls);
        }

        refusals.Count(reason, RemoteName.WithoutPort(remote), verdict.Text);
        var named = reason switch
        {
            RefusalReason.ForgedNodeId => PeerFailureReason.ForgedNodeId,
            RefusalReason.WrongNetwork => PeerFailureReason.WrongNetwork,
            RefusalReason.WrongProtocol => PeerFailureReason.WrongProtocol,
            _ => PeerFailureReason.Tls,
        };
        return new PeerFailure(named, verdict.Text, DialStep.Tls);
    }

    /// <summary>Lets the other end finish its half of the handshake, so that it learns the reason from our certificate.
    /// </summary>
    private async Task PartAsync(SslStream tls)
    {
        using var deadline = new CancellationTokenSource(PartingTime, time);
        try
        {
            await tls.ShutdownAsync();
            var rest = new byte[1024];
            while (await tls.ReadAsync(rest, deadline.Token) > 0)
            {
                // Settings of an HTTP/2 connection that never begins.
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It has gone, or does not go: either way the parting is over.
        }
    }

    private static string Lower(string message) => char.ToLowerInvariant(message[0]) + message[1..];
}
