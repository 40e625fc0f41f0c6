namespace Gaia.Overlay.Membership;

/// <summary>Bounds of the set of active peers.</summary>
public sealed record MembershipOptions
{
    /// <summary>Active peers at most, whoever dialled.</summary>
    /// <value>Default 8; 1 to 256 (HyParView's active view).</value>
    public int ActiveMaximum { get; init; } = 8;

    /// <summary>The node dials until it has this many.</summary>
    /// <value>Default 4; 1 to ActiveMaximum. Every node that joins makes this many links, so a swarm has twice as many
    /// a node: above half of the maximum it would fill up, and newcomers would be refused.</value>
    public int ActiveTarget { get; init; } = 4;

    /// <summary>Dial attempts under way at one time.</summary>
    /// <value>Default 4; 1 to 64.</value>
    public int MaximumDials { get; init; } = 4;

    /// <summary>A dial whose end was not told for this long counts as failed.</summary>
    /// <value>Default 30 s; 1 to 300 s. Above the transport's own time-out, which comes first.</value>
    public TimeSpan DialTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>First pause after a failed dial; doubles with every further one, plus up to half of it.</summary>
    /// <value>Default 1 s; 10 ms to 10 min.</value>
    public TimeSpan RetryMinimum { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause after failed dials.</summary>
    /// <value>Default 10 min; RetryMinimum to 24 h.</value>
    public TimeSpan RetryMaximum { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Two links between the same two nodes that came up within this time were dialled at the same time: the
    /// one dialled by the smaller id stays. Further apart, the older one is a relict of a restart and goes.</summary>
    /// <value>Default 15 s; 1 to 300 s.</value>
    public TimeSpan SimultaneousWindow { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time between two links that are given up for nodes without any peer, so that a crowd of such nodes
    /// cannot wash out the peers of this one.</summary>
    /// <value>Default 10 s; 1 s to 24 h.</value>
    public TimeSpan DisplacePeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time between two lists of peers to persist, if anything changed.</summary>
    /// <value>Default 30 s; 1 s to 24 h. The first peer of a run is persisted at once.</value>
    public TimeSpan PersistPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Peers persisted: active ones first, then contacts.</summary>
    /// <value>Default 64; 1 to 1024.</value>
    public int PersistedPeers { get; init; } = 64;

    /// <summary>Nodes whose failed dials are remembered.</summary>
    /// <value>Default 1024; 16 to 65536.</value>
    public int MaximumRetries { get; init; } = 1024;
}
