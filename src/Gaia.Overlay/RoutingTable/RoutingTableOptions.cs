namespace Gaia.Overlay.RoutingTable;

/// <summary>Sizes and periods of the routing table.</summary>
public sealed record RoutingTableOptions
{
    /// <summary>Contacts a bucket (Kademlia's k), and records in an answer.</summary>
    /// <value>Default 20; 1 to 256. Chosen so that all k are unlikely to fail within an hour.</value>
    public int BucketSize { get; init; } = 20;

    /// <summary>Nodes remembered a bucket that stand in when a contact dies.</summary>
    /// <value>Default 16; 0 to 256.</value>
    public int ReplacementSize { get; init; } = 16;

    /// <summary>A bucket in which nothing was looked up for this long is refreshed by a look-up.</summary>
    /// <value>Default 10 min; 1 s to 24 h.</value>
    public TimeSpan RefreshPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Nodes heard of that have not answered yet.</summary>
    /// <value>Default 512; 16 to 65536; beyond it the oldest is forgotten.</value>
    public int MaximumHints { get; init; } = 512;

    /// <summary>Pings under way at one time.</summary>
    /// <value>Default 8; 1 to 256.</value>
    public int MaximumPings { get; init; } = 8;

    /// <summary>A ping whose answer or failure was not told for this long counts as failed.</summary>
    /// <value>Default 10 s; 0.1 to 60 s. Above the transport's own time-out, which comes first.</value>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests in a row that a contact leaves unanswered before it counts as dead.</summary>
    /// <value>Default 2; 1 to 10. One lost packet does not cost a contact its place.</value>
    public int FailuresUntilDead { get; init; } = 2;
}
