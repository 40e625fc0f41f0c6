using System.Collections.Concurrent;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Transport.Calls;
using Gaia.Transport.Peers;
using Grpc.Core;

namespace Gaia.Transport.Links;

/// <summary>Opens links to other nodes, and runs them.</summary>
internal sealed class LinkDialler(
    PeerChannelPool pool, LinkHost links, CancellationToken stopping) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    public async Task<DialResult> DialAsync(PeerAddress address, bool urgent, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopping);
        var lease = pool.Rent(address.Node);
        if (lease is null)
        {
            return DialResult.Failed(DialStep.Connecting, new PeerFailure(
                PeerFailureReason.Full, "no room for a connection to another node", DialStep.Connecting));
        }

        var keep = false;
        try
        {
            lease.Channel.Know([address]);
            if (await lease.Channel.PrepareAsync(address, either.Token) is { } failure)
                return DialResult.Failed(failure.Step ?? DialStep.Connecting, failure);
            var result = await GreetAsync(lease, address, urgent, either.Token);
            keep = result.Succeeded;
            return result;
        }
        catch (OperationCanceledException)
        {
            return DialResult.Failed(DialStep.Connecting, new PeerFailure(
                PeerFailureReason.Cancelled, "dialling was given up", DialStep.Connecting));
        }
        finally
        {
            if (!keep)
                lease.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Keys);

    private async Task<DialResult> GreetAsync(
        ChannelLease lease, PeerAddress address, bool urgent, CancellationToken cancellationToken)
    {
        // The call outlives the dialling: it is the link.
        var call = lease.Channel.Gossip.Link(new CallOptions(cancellationToken: stopping));
        var keep = false;
        try
        {
            var stream = new ClientLinkStream(call);
            var result = await links.GreetAsync(address, stream, lease.Channel.Remote, urgent, cancellationToken);
            if (!result.Succeeded)
                return result;
            keep = true;
            Track(RunAsync(result.Link, stream, call, lease));
            return result;
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            // The peer ended the call before its Hello was written.
            cancellationToken.ThrowIfCancellationRequested();
            return DialResult.Failed(DialStep.Hello, new PeerFailure(
                PeerFailureReason.Hello, "the peer closed the link before its Hello", DialStep.Hello));
        }
        catch (RpcException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var failure = PeerCaller.Describe(exception);
            var step = failure.Step ?? DialStep.Hello;
            return DialResult.Failed(step, failure with { Step = step });
        }
        finally
        {
            if (!keep)
                call.Dispose();
        }
    }

    private async Task RunAsync(PeerLink link, ILinkStream stream, IDisposable call, ChannelLease lease)
    {
        try
        {
            await links.RunAsync(link, stream, stopping);
        }
        finally
        {
            call.Dispose();
            lease.Dispose();
        }
    }

    private void Track(Task task)
    {
        _running[task] = 0;
        _ = task.ContinueWith(
            static (done, running) => ((ConcurrentDictionary<Task, byte>)running!).TryRemove(done, out _),
            _running,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
