using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Links;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Effects;

/// <summary>Everything that the overlay can ask for. It does nothing in any other way.</summary>
/// <remarks>
/// Effects are carried out in their order. Each one that names an answer gets exactly one such event, also when it
/// fails; one that is lost for ever costs a time-out inside the overlay, never more.
/// </remarks>
public abstract record OverlayEffect
{
    private OverlayEffect()
    {
    }

    /// <summary>Connect, prove ids, exchange records. Answer: <see cref="Events.OverlayEvent.LinkUp"/> or
    /// <see cref="Events.OverlayEvent.DialFailed"/>.</summary>
    /// <param name="Address">Where, and who must answer.</param>
    /// <param name="Urgent">This node has no peer at all: a full node makes room for it.</param>
    public sealed record Dial(PeerAddress Address, bool Urgent) : OverlayEffect;

    /// <summary>Close a link. The overlay forgets it at once; a <see cref="Events.OverlayEvent.LinkDown"/> that follows
    /// changes nothing.</summary>
    public sealed record CloseLink(LinkId Link, NodeId Peer, LinkCloseReason Reason) : OverlayEffect;

    /// <summary>Ask a node for the nodes nearest to a target. Answer: <see cref="Events.OverlayEvent.FindNodeReplied"/>
    /// or <see cref="Events.OverlayEvent.FindNodeFailed"/>.</summary>
    public sealed record SendFindNode(LookupId Lookup, NodeRecord To, NodeId Target) : OverlayEffect;

    /// <summary>Ask whether a node answers at the addresses of its record. Answer:
    /// <see cref="Events.OverlayEvent.PingReplied"/> or <see cref="Events.OverlayEvent.PingFailed"/>.</summary>
    public sealed record SendPing(NodeRecord To) : OverlayEffect;

    /// <summary>Send a message over a link. No answer: a link that cannot take it goes down.</summary>
    public sealed record SendMessage(LinkId Link, NodeId To, BroadcastMessage Message) : OverlayEffect;

    /// <summary>Judge a message before anybody else sees it. Answer: <see cref="Events.OverlayEvent.Validated"/>.
    /// </summary>
    public sealed record Validate(BroadcastMessage Message, NodeId From) : OverlayEffect;

    /// <summary>A valid message, once, for whoever waits for it on this node.</summary>
    public sealed record Deliver(BroadcastMessage Message, NodeId From) : OverlayEffect;

    /// <summary>Keep these peers for the next start; they replace all that are held. No answer.</summary>
    public sealed record PersistPeers(ImmutableArray<NodeRecord> Peers) : OverlayEffect;

    /// <summary>Sign a new record of this node. Answer: <see cref="Events.OverlayEvent.SelfChanged"/>.</summary>
    /// <param name="MinimumSequence">The new record's number is at least this one.</param>
    public sealed record RenewRecord(ulong MinimumSequence) : OverlayEffect;

    /// <summary>The look-up for a target has ended.</summary>
    /// <param name="Lookup">The look-up.</param>
    /// <param name="Target">What was looked for.</param>
    /// <param name="Closest">Nodes that answered, nearest first, at most k.</param>
    /// <param name="Requests">FindNode requests that it took.</param>
    public sealed record LookupEnded(LookupId Lookup, NodeId Target, ImmutableArray<NodeRecord> Closest, int Requests)
        : OverlayEffect;

    /// <summary>Send a <see cref="Events.OverlayEvent.Tick"/> at this time. Replaces an earlier wish.</summary>
    public sealed record WakeAt(DateTimeOffset Time) : OverlayEffect;
}
