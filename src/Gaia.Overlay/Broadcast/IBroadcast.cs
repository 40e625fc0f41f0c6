using Gaia.Core.Identity;
using Gaia.Overlay.Membership;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay.Broadcast;

/// <summary>How a message reaches every node: eager forwarding now, a tree with repair (Plumtree) later.</summary>
internal interface IBroadcast
{
    /// <summary>A message of this node.</summary>
    void Publish(BroadcastMessage message, ActiveView view, StepContext step);

    /// <summary>A message came in over an active link.</summary>
    /// <returns>What the sender did wrong by sending it, before anybody read it; null for nothing.</returns>
    PeerOffence? Received(BroadcastMessage message, NodeId from, StepContext step);

    /// <summary>The verdict on a message.</summary>
    /// <returns>The nodes that sent an invalid one; empty otherwise.</returns>
    IReadOnlyList<NodeId> Validated(Hash256 id, MessageVerdict verdict, ActiveView view, StepContext step);

    /// <summary>A peer became active; a tree would take it in.</summary>
    void PeerUp(ActiveLink link, StepContext step);

    /// <summary>A peer is gone; a tree would mend itself.</summary>
    void PeerDown(ActiveLink link, StepContext step);

    /// <summary>Time-outs.</summary>
    void Maintain(StepContext step);

    /// <summary>When <see cref="Maintain"/> has something to do next.</summary>
    DateTimeOffset? NextDeadline();
}
