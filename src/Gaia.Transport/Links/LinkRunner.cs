using Gaia.Protocol.Limits;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;
using Grpc.Core;

namespace Gaia.Transport.Links;

/// <summary>Reads and writes the frames of one link until either end has had enough.</summary>
internal sealed class LinkRunner(
    PeerNetworkOptions options,
    IPeerHandler handler,
    EnvelopeVerifier verifier,
    RefusalCounters refusals,
    TimeProvider time)
{
    /// <summary>Runs a link to its end; returns one line about why it ended.</summary>
    public async Task<string> RunAsync(PeerLink link, ILinkStream stream, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(link, stream, stop.Token);
        var writing = WriteAsync(link, stream, stop.Token);
        if (await Task.WhenAny(reading, writing) == writing && link.Farewell is not null)
        {
            // The other end hangs up once it has read the farewell; it is not waited for without end.
            using var deadline = new CancellationTokenSource(options.Calls.CloseTimeout, time);
            await ((Task)reading).WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await stop.CancelAsync();
        // Both end before either one's error is looked at: nothing of the link runs on.
        await ((Task)Task.WhenAll(reading, writing)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var read = await reading;
        var written = await writing;
        return link.Farewell is { } farewell ? $"closed here: {farewell.Text}" : read ?? written ?? "the link ended";
    }

    private async Task<string?> ReadAsync(PeerLink link, ILinkStream stream, CancellationToken cancellationToken)
    {
        var bucket = new TokenBucket(options.Rates.Frames, time);
        var inventories = new InventoryGate(options.Rates, time);
        try
        {
            while (await stream.ReadAsync(cancellationToken) is { } frame)
            {
                var size = frame.CalculateSize();
                link.CountReceived(size);
                if (!bucket.TryTake())
                {
                    refusals.Count(RefusalReason.RateLimit, link.Node.Short, "frames of a link come too fast");
                    continue;
                }

                if (frame.FrameCase == LinkFrame.FrameOneofCase.Inventory && !inventories.TryEnter())
                {
                    TurnAway(link, inventories);
                    continue;
                }

                if (await TakeAsync(link, frame, size, cancellationToken) is { } farewell)
                    return farewell;
            }

            return "the peer closed the link";
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            return exception is RpcException rpc ? $"the connection broke: {rpc.Status.Detail}" : null;
        }
    }

    /// <summary>Passes a frame on; returns the peer's last words, or null where it goes on.</summary>
    private async ValueTask<string?> TakeAsync(
        PeerLink link, LinkFrame frame, int size, CancellationToken cancellationToken)
    {
        var read = size > WireLimits.MessageBytes
            ? Decoded<LinkMessage>.Reject(RejectionReason.TooLarge, $"A frame of {size} bytes.")
            : LinkFrameCodec.Read(frame, verifier, time.GetUtcNow());
        switch (read.Value)
        {
            case LinkMessage.Relayed relayed:
                await handler.BroadcastReceivedAsync(link, relayed.Message, cancellationToken);
                return null;
            case LinkMessage.Offered offered:
                await handler.InventoryReceivedAsync(link, offered.Inventory, cancellationToken);
                return null;
            case LinkMessage.Farewell farewell:
                return $"the peer says: {farewell.Text}";
            default:
                Reject(link, read.Rejection ?? new Rejection(RejectionReason.Malformed, "A second Hello."));
                return null;
        }
    }

    private void TurnAway(PeerLink link, InventoryGate inventories)
    {
        const string Text = "inventories come too fast";
        refusals.Count(RefusalReason.RateLimit, link.Node.Short, Text);
        if (inventories.IsAbused)
            handler.ContentRejected(link.Node, new Rejection(RejectionReason.TooOften, Text));
    }

    private void Reject(PeerLink link, Rejection rejection)
    {
        refusals.Count(RefusalReason.BadContent, link.Node.Short, rejection.ToString());
        handler.ContentRejected(link.Node, rejection);
    }

    private static async Task<string?> WriteAsync(
        PeerLink link, ILinkStream stream, CancellationToken cancellationToken)
    {
        try
        {
            while (link.Farewell is null)
            {
                while (link.Farewell is null && link.TryTakeFrame(out var frame))
                {
                    await stream.WriteAsync(frame!, cancellationToken);
                    link.CountSent(frame!.CalculateSize());
                }

                if (link.Farewell is null)
                    await link.Wakes.ReadAsync(cancellationToken);
            }

            await stream.WriteAsync(LinkFrameCodec.Bye(link.Farewell.Kind, link.Farewell.Text), cancellationToken);
            await stream.CompleteAsync();
            return null;
        }
        catch (Exception exception)
            when (exception is RpcException or OperationCanceledException or InvalidOperationException or IOException)
        {
            // A write to a stream that has ended; the reading half knows why.
            return exception is OperationCanceledException ? null : "the connection broke";
        }
    }
}
