using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Membership;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Broadcast;

/// <summary>Sends every valid message once to every active peer that has not sent it.</summary>
/// <remarks>
/// A message is forwarded only after its verdict, so an invalid one goes no further than one hop, and whoever sends it
/// is its maker or does not validate: both are held against the sender. A peer from which a message arrives while its
/// verdict is awaited is left out of the forwarding, which saves most of the redundancy between close peers.
/// </remarks>
internal sealed class EagerBroadcast(BroadcastOptions options) : IBroadcast
{
    private readonly SeenCache _seen = new(options.SeenMaximum, options.SeenLifetime);
    private readonly OrderedDictionary<Hash256, PendingMessage> _pending = [];

    public int Seen => _seen.Count;

    public int Pending => _pending.Count;

    public void Publish(BroadcastMessage message, ActiveView view, StepContext step)
    {
        // A message may come back from a peer before it is published here again: once is enough.
        if (_seen.TryGet(message.Id, step.Now, out var verdict) && verdict == MessageVerdict.Accept)
            return;
        _seen.Add(message.Id, MessageVerdict.Accept, step.Now);
        _pending.Remove(message.Id);
        step.Counters.MessagesPublished++;
        Forward(message, [], view, step);
    }

    public PeerOffence? Received(BroadcastMessage message, NodeId from, StepContext step)
    {
        step.Counters.MessagesReceived++;
        if (_seen.TryGet(message.Id, step.Now, out var verdict))
        {
            step.Counters.MessagesRepeated++;
            return verdict == MessageVerdict.Reject ? PeerOffence.InvalidMessage : null;
        }

        if (_pending.TryGetValue(message.Id, out var pending))
        {
            step.Counters.MessagesRepeated++;
            if (!pending.Senders.Contains(from))
                pending.Senders.Add(from);
            return null;
        }

        if (_pending.Values.Count(waiting => waiting.Senders[0] == from) >= options.MaximumPendingPerPeer)
        {
            step.Counters.MessagesDropped++;
            return PeerOffence.Flood;
        }

        if (_pending.Count >= options.MaximumPending)
        {
            step.Counters.MessagesDropped++;
            return null;
        }

        pending = new PendingMessage(message, step.Now + options.PendingTimeout);
        pending.Senders.Add(from);
        _pending.Add(message.Id, pending);
        step.Emit(new OverlayEffect.Validate(message, from));
        return null;
    }

    public IReadOnlyList<NodeId> Validated(
        Hash256 id, MessageVerdict verdict, ActiveView view, StepContext step)
    {
        // A verdict after its time-out, or a second one, changes nothing.
        if (!_pending.Remove(id, out var pending))
            return [];
        _seen.Add(id, verdict, step.Now);
        switch (verdict)
        {
            case MessageVerdict.Accept:
                step.Counters.MessagesAccepted++;
                step.Emit(new OverlayEffect.Deliver(pending.Message, pending.Senders[0]));
                Forward(pending.Message, pending.Senders, view, step);
                return [];
            case MessageVerdict.Reject:
                step.Counters.MessagesRejected++;
                return pending.Senders;
            default:
                step.Counters.MessagesIgnored++;
                return [];
        }
    }

    public void PeerUp(ActiveLink link, StepContext step)
    {
        // Eager forwarding keeps no state a peer: the next message simply goes there too.
    }

    public void PeerDown(ActiveLink link, StepContext step)
    {
        // As above: the next message simply does not go there.
    }

    public void Maintain(StepContext step)
    {
        while (_pending.Count > 0 && _pending.GetAt(0).Value.Deadline <= step.Now)
        {
            _pending.RemoveAt(0);
            step.Counters.MessagesDropped++;
        }
    }

    public DateTimeOffset? NextDeadline() => _pending.Count == 0 ? null : _pending.GetAt(0).Value.Deadline;

    private static void Forward(
        BroadcastMessage message, List<NodeId> senders, ActiveView view, StepContext step)
    {
        foreach (var link in view.Links)
        {
            if (senders.Contains(link.Node))
                continue;
            step.Counters.MessagesSent++;
            step.Emit(new OverlayEffect.SendMessage(link.Id, link.Node, message));
        }
    }
}
