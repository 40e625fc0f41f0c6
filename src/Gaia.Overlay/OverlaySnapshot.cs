using System.Collections.Immutable;
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

    /// <summary>Nodes in the routing table: they have answered.</summary>
    public required int Contacts { get; init; }

    /// <summary>Nodes heard of that have not answered yet.</summary>
    public required int Hints { get; init; }

    /// <summary>How the node stands to the network.</summary>
    public required BootstrapStatus Bootstrap { get; init; }

    /// <summary>What happened since the start.</summary>
    public required OverlayCounters Counters { get; init; }
}
