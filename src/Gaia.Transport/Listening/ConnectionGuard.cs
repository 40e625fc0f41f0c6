using System.Net;
using System.Security.Authentication;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Refusals;
using Microsoft.AspNetCore.Connections;

namespace Gaia.Transport.Listening;

/// <summary>The connection middleware around TLS: limits before it, names for what fails in it.</summary>
internal sealed class ConnectionGuard(
    ConnectionLimits limits, TlsTerms terms, RefusalCounters refusals, TimeProvider time)
{
    // A timer may fire this much before the clock says that its time is over.
    private static readonly TimeSpan TimerSlack = TimeSpan.FromMilliseconds(30);

    private readonly ConnectionGate _gate = new(limits);

    /// <summary>Outermost: counts the connection, looks at its first bytes, and at how the handshake ended.</summary>
    public async Task RunOutsideAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var address = (context.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
        var connection = new InboundConnection(RemoteName.Of(address));
        if (_gate.TryEnter(address) is { } full)
        {
            refusals.Count(full, connection.Remote, "no room for another connection");
            context.Abort();
            return;
        }

        try
        {
            context.Items[InboundConnection.Key] = connection;
            if (await BeginsAsTlsAsync(context, connection))
                await HandshakeAsync(context, connection, next);
        }
        finally
        {
            _gate.Leave(address);
        }
    }

    /// <summary>Innermost: reached once the handshake is complete.</summary>
    public static Task RunInsideAsync(ConnectionContext context, ConnectionDelegate next)
    {
        Of(context).IsSecured = true;
        return next(context);
    }

    /// <summary>The terms of one handshake, made once its first message is read.</summary>
    public System.Net.Security.SslServerAuthenticationOptions Terms(
        ConnectionContext context, SslProtocols offered)
    {
        var connection = Of(context);
        connection.Offered = offered;
        return terms.ForServer(verdict =>
        {
            connection.Verdict = verdict;
            // A foreign node's handshake goes through; this is where it is counted.
            if (verdict is { Reason: { } reason, CompletesHandshake: true })
                refusals.Count(reason, connection.Remote, verdict.Text);
        });
    }

    private async Task<bool> BeginsAsTlsAsync(ConnectionContext context, InboundConnection connection)
    {
        using var deadline = new CancellationTokenSource(limits.HandshakeTimeout, time);
        try
        {
            var refused = await FirstBytes.RefuseAsync(context.Transport.Input, deadline.Token);
            if (refused is not { } reason)
                return true;
            refusals.Count(reason, connection.Remote, reason == RefusalReason.PlainHttp
                ? "plain HTTP on the port of the peer protocol"
                : "bytes that are no TLS");
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            refusals.Count(RefusalReason.HandshakeTimeout, connection.Remote, "silence");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            refusals.Count(RefusalReason.NotTls, connection.Remote, "the connection broke before TLS began");
        }

        context.Abort();
        return false;
    }

    private async Task HandshakeAsync(ConnectionContext context, InboundConnection connection, ConnectionDelegate next)
    {
        var begun = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (!connection.IsSecured)
                CountFailure(connection, time.GetElapsedTime(begun));
        }
    }

    private void CountFailure(InboundConnection connection, TimeSpan elapsed)
    {
        if (connection.Verdict is { Reason: { } judged } verdict)
        {
            // A foreign node that hung up inside the handshake was counted when it was judged.
            if (!verdict.CompletesHandshake)
                refusals.Count(judged, connection.Remote, verdict.Text);
            return;
        }

        var (reason, text) = connection switch
        {
            { Offered: not SslProtocols.None } when (connection.Offered & SslProtocols.Tls13) == SslProtocols.None =>
                (RefusalReason.TlsVersion, $"the client offers {connection.Offered}, and TLS 1.3 is needed"),
            _ when elapsed + TimerSlack >= limits.HandshakeTimeout =>
                (RefusalReason.HandshakeTimeout, "the TLS handshake took too long"),
            _ => (RefusalReason.TlsHandshake, "the TLS handshake failed"),
        };
        refusals.Count(reason, connection.Remote, text);
    }

    private static InboundConnection Of(ConnectionContext context) =>
        (InboundConnection)context.Items[InboundConnection.Key]!;
}
