using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Lookup;
using Gaia.Overlay.Membership;
using Gaia.Overlay.RoutingTable;
using Gaia.Overlay.Scoring;

namespace Gaia.Overlay;

/// <summary>Every limit and period of the overlay.</summary>
public sealed record OverlayOptions
{
    /// <summary>Defaults.</summary>
    public static OverlayOptions Default { get; } = new();

    /// <summary>Routing table.</summary>
    public RoutingTableOptions RoutingTable { get; init; } = new();

    /// <summary>Look-ups.</summary>
    public LookupOptions Lookup { get; init; } = new();

    /// <summary>Active peers.</summary>
    public MembershipOptions Membership { get; init; } = new();

    /// <summary>Way into the network.</summary>
    public BootstrapOptions Bootstrap { get; init; } = new();

    /// <summary>Messages to every node.</summary>
    public BroadcastOptions Broadcast { get; init; } = new();

    /// <summary>Scores of peers.</summary>
    public PeerScoreOptions Score { get; init; } = new();

    /// <summary>Every option that is out of range, as <c>key: what is allowed</c>; empty where all is well.</summary>
    public IReadOnlyList<string> Validate() => OverlayOptionsCheck.Run(this);
}
