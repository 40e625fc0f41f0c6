using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay;

/// <summary>What readers see of the overlay: a whole, at one moment, never changed.</summary>
public sealed record OverlaySnapshot
{
    /// <summary>When it was taken.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>This node's own record.</summary>
    public required NodeRecord Self { get; init; }

    /// <summary>Nodes with which a link stands, longest first.</summary>
    public required ImmutableArray<ActivePeer> ActivePeers { get; init; }

    /// <summary>Nodes in the routing table: they have answered. Nearest bucket first.</summary>
    public required ImmutableArray<NodeRecord> Contacts { get; init; }

    /// <summary>Records in an answer to FindNode (k).</summary>
    public required int ClosestCount { get; init; }

    /// <summary>Nodes heard of that have not answered yet.</summary>
    public required int Hints { get; init; }

    /// <summary>How the node stands to the network.</summary>
    public required BootstrapStatus Bootstrap { get; init; }

    /// <summary>What happened since the start.</summary>
    public required OverlayCounters Counters { get; init; }

    /// <summary>The answer to a FindNode of a peer, as <see cref="OverlayState.FindClosest"/> gives it, for
    /// threads that do not own the state.</summary>
    /// <param name="target">What the peer looks for.</param>
    /// <param name="asker">The peer, which knows itself; <c>default</c> for nobody.</param>
    public ImmutableArray<NodeRecord> FindClosest(NodeId target, NodeId asker) =>
        Nearest([.. Contacts], Self, target, asker, ClosestCount, Time);

    /// <summary>The nearest of some records and the node's own one.</summary>
    internal static ImmutableArray<NodeRecord> Nearest(
        List<NodeRecord> records, NodeRecord self, NodeId target, NodeId asker, int count, DateTimeOffset now)
    {
        if (self.Mode == PeerMode.Server)
            records.Add(self);
        records.RemoveAll(record => record.Node == asker || record.Expires <= now);
        records.Sort((a, b) => Distance.Compare(target, a.Node, b.Node));
        return [.. records.Take(count)];
    }
}
