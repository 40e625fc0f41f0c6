using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Links;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Events;

/// <summary>Everything that the overlay can be told. It learns nothing in any other way.</summary>
/// <remarks>
/// Whoever makes an event has checked signatures and sizes: a <see cref="NodeRecord"/> here is one that its node
/// signed. The rules that need no key are checked again by the overlay itself.
/// </remarks>
public abstract record OverlayEvent
{
    private OverlayEvent()
    {
    }

    /// <summary>The node is up and listens. The first event, once.</summary>
    /// <param name="Bootstrap">Addresses the user gave.</param>
    /// <param name="CachedPeers">What <see cref="Ports.IPeerStore"/> held; expired ones are kept as addresses to try.
    /// </param>
    public sealed record Started(ImmutableArray<PeerAddress> Bootstrap, ImmutableArray<NodeRecord> CachedPeers)
        : OverlayEvent;

    /// <summary>The node signed a new record of itself.</summary>
    public sealed record SelfChanged(NodeRecord Record) : OverlayEvent;

    /// <summary>The node shuts down: peers are persisted, links are closed, nothing is dialled any more.</summary>
    public sealed record Stopping : OverlayEvent;

    /// <summary>A link stands: both ends have proved their ids and exchanged records.</summary>
    /// <param name="Link">A number never used before.</param>
    /// <param name="Peer">The other end's record.</param>
    /// <param name="Direction">Who dialled.</param>
    /// <param name="Dialled">The address of the <see cref="Effects.OverlayEffect.Dial"/>; null where inbound.</param>
    /// <param name="Urgent">The dialler had no peer at all: <see cref="Effects.OverlayEffect.Dial.Urgent"/> as the
    /// other end sent it; false where the wire does not carry it.</param>
    public sealed record LinkUp(
        LinkId Link,
        NodeRecord Peer,
        LinkDirection Direction,
        PeerAddress? Dialled,
        bool Urgent = false) : OverlayEvent;

    /// <summary>A <see cref="Effects.OverlayEffect.Dial"/> came to nothing.</summary>
    /// <param name="Address">The address of the effect.</param>
    /// <param name="Step">How far it came.</param>
    /// <param name="Error">One line for people.</param>
    public sealed record DialFailed(PeerAddress Address, DialStep Step, string Error) : OverlayEvent;

    /// <summary>A link that was up is gone, whoever closed it.</summary>
    /// <param name="Link">The link.</param>
    /// <param name="Reason">One line for people.</param>
    public sealed record LinkDown(LinkId Link, string Reason) : OverlayEvent;

    /// <summary>A record came along in passing, such as that of a caller: a hint until a handshake.</summary>
    public sealed record RecordSeen(NodeRecord Record) : OverlayEvent;

    /// <summary>A node answered <see cref="Effects.OverlayEffect.SendFindNode"/>.</summary>
    /// <param name="Lookup">The look-up that asked.</param>
    /// <param name="Node">The node that was asked and proved its id.</param>
    /// <param name="Records">What it knows, at most k; hints.</param>
    public sealed record FindNodeReplied(LookupId Lookup, NodeId Node, ImmutableArray<NodeRecord> Records)
        : OverlayEvent;

    /// <summary>A node did not answer <see cref="Effects.OverlayEffect.SendFindNode"/>, or not in time.</summary>
    public sealed record FindNodeFailed(LookupId Lookup, NodeId Node, string Error) : OverlayEvent;

    /// <summary>A node answered <see cref="Effects.OverlayEffect.SendPing"/> at the address of its record.</summary>
    /// <param name="Node">The node that proved its id.</param>
    /// <param name="Record">Its newest record, where the answer carries it: so renewed records spread.</param>
    public sealed record PingReplied(NodeId Node, NodeRecord? Record = null) : OverlayEvent;

    /// <summary>A node did not answer <see cref="Effects.OverlayEffect.SendPing"/>, or not in time.</summary>
    public sealed record PingFailed(NodeId Node, string Error) : OverlayEvent;

    /// <summary>Somebody on this node wants the nodes nearest to a target; the answer is
    /// <see cref="Effects.OverlayEffect.LookupEnded"/>, unless too many look-ups wait.</summary>
    public sealed record LookupRequested(NodeId Target) : OverlayEvent;

    /// <summary>A broadcast message came in over a link.</summary>
    public sealed record MessageReceived(LinkId Link, BroadcastMessage Message) : OverlayEvent;

    /// <summary>The verdict on a <see cref="Effects.OverlayEffect.Validate"/>.</summary>
    /// <param name="Id">The message.</param>
    /// <param name="Verdict">What its reader says.</param>
    public sealed record Validated(Hash256 Id, MessageVerdict Verdict) : OverlayEvent;

    /// <summary>This node has a message of its own; it is valid.</summary>
    public sealed record Published(BroadcastMessage Message) : OverlayEvent;

    /// <summary>Evidence against a peer that another room found, such as a false score.</summary>
    public sealed record Offended(NodeId Node, PeerOffence Offence) : OverlayEvent;

    /// <summary>Time has passed; due at the latest when a <see cref="Effects.OverlayEffect.WakeAt"/> said so.</summary>
    public sealed record Tick : OverlayEvent;
}
