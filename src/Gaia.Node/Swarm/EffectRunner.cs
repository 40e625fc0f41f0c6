using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Protocol.Limits;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Swarm;

/// <summary>Carries the overlay's effects out. Owned by the overlay's loop; answers come back as events.</summary>
/// <remarks>
/// Calls to peers run beside the loop; the overlay itself bounds how many. An answer that is known at once goes into
/// <paramref name="answers"/>, which the loop empties before anything else.
/// </remarks>
/// <param name="network">The transport.</param>
/// <param name="self">Signs new records.</param>
/// <param name="inbox">Where answers of peers go.</param>
/// <param name="exchange">Judges messages.</param>
/// <param name="keeper">Persists peers.</param>
/// <param name="answers">Answers of this node itself.</param>
/// <param name="wake">Asks for a tick at a time.</param>
/// <param name="logger">Log.</param>
internal sealed class EffectRunner(
    IPeerNetwork network,
    SelfRecord self,
    OverlayInbox inbox,
    ExchangeInbox exchange,
    PeerKeeper keeper,
    Queue<OverlayEvent> answers,
    Action<DateTimeOffset> wake,
    ILogger logger)
{
    public void Run(OverlayEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case OverlayEffect.Dial dial:
                _ = DialAsync(dial, cancellationToken);
                break;
            case OverlayEffect.CloseLink close:
                if (network.TryGetLink(close.Link, out var link))
                    link.Close(close.Reason);
                break;
            case OverlayEffect.SendFindNode find:
                _ = FindNodeAsync(find, cancellationToken);
                break;
            case OverlayEffect.SendPing ping:
                _ = PingAsync(ping, cancellationToken);
                break;
            case OverlayEffect.SendMessage send:
                Send(send);
                break;
            case OverlayEffect.Validate validate:
                // What cannot be judged now is not worth a place in any queue: nobody is blamed, nothing is forwarded.
                if (!exchange.TryWrite(new ExchangeCommand.Judge(validate.Message, validate.From)))
                    answers.Enqueue(new OverlayEvent.Validated(validate.Message.Id, MessageVerdict.Ignore));
                break;
            case OverlayEffect.PersistPeers persist:
                keeper.Keep(persist.Peers);
                break;
            case OverlayEffect.RenewRecord renew:
                answers.Enqueue(new OverlayEvent.SelfChanged(self.Renew(renew.MinimumSequence)));
                break;
            case OverlayEffect.WakeAt wakeAt:
                wake(wakeAt.Time);
                break;
            case OverlayEffect.Deliver or OverlayEffect.LookupEnded:
                // The exchange took the message in when it judged it; nobody on this node waits for a look-up.
                break;
        }
    }

    private void Send(OverlayEffect.SendMessage send)
    {
        if (!network.TryGetLink(send.Link, out var link) || !link.TrySend(send.Message))
            answers.Enqueue(new OverlayEvent.LinkDown(send.Link, "the link takes no messages"));
    }

    private async Task DialAsync(OverlayEffect.Dial dial, CancellationToken cancellationToken)
    {
        DialStep step;
        string error;
        try
        {
            // The gateway tells of a link that stands.
            var result = await network.DialAsync(dial.Address, dial.Urgent, cancellationToken);
            if (result.Succeeded)
                return;
            (step, error) = (result.Step, result.Failure.Text);
        }
        catch (Exception exception)
        {
            (step, error) = (DialStep.Connecting, Broken(dial.Address.ToShortString(), exception));
        }

        NodeLog.DialFailed(logger, dial.Address.ToShortString(), step, error);
        await inbox.WriteAsync(new OverlayEvent.DialFailed(dial.Address, step, error), CancellationToken.None);
    }

    private async Task FindNodeAsync(OverlayEffect.SendFindNode find, CancellationToken cancellationToken)
    {
        OverlayEvent answer;
        try
        {
            var result = await network.FindNodeAsync(
                find.To, find.Target, WireLimits.FoundRecords, cancellationToken);
            answer = result.Succeeded
                ? new OverlayEvent.FindNodeReplied(find.Lookup, find.To.Node, [.. result.Value])
                : new OverlayEvent.FindNodeFailed(find.Lookup, find.To.Node, result.Failure.Text);
        }
        catch (Exception exception)
        {
            answer = new OverlayEvent.FindNodeFailed(
                find.Lookup, find.To.Node, Broken(find.To.Node.Short, exception));
        }

        await inbox.WriteAsync(answer, CancellationToken.None);
    }

    private async Task PingAsync(OverlayEffect.SendPing ping, CancellationToken cancellationToken)
    {
        OverlayEvent answer;
        try
        {
            var result = await network.PingAsync(ping.To, cancellationToken);
            answer = result.Succeeded
                ? new OverlayEvent.PingReplied(ping.To.Node)
                : new OverlayEvent.PingFailed(ping.To.Node, result.Failure.Text);
        }
        catch (Exception exception)
        {
            answer = new OverlayEvent.PingFailed(ping.To.Node, Broken(ping.To.Node.Short, exception));
        }

        await inbox.WriteAsync(answer, CancellationToken.None);
    }

    // The transport names every failure that it knows. Nobody awaits these calls, so any other one would vanish, and
    // the overlay would count a call under way that never ends.
    private string Broken(string peer, Exception exception)
    {
        if (exception is not OperationCanceledException)
            NodeLog.CallBroke(logger, peer, exception);
        return "an error of this node";
    }
}
