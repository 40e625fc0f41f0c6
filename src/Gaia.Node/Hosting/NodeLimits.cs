namespace Gaia.Node.Hosting;

/// <summary>Bounds and periods of the node's own loops.</summary>
public sealed record NodeLimits
{
    /// <summary>Events that wait for the overlay.</summary>
    /// <value>Default 4,096. A full queue makes links wait, it loses nothing.</value>
    public int OverlayQueue { get; init; } = 4096;

    /// <summary>Commands that wait for the exchange.</summary>
    /// <value>Default 1,024. When full, messages are ignored rather than judged late.</value>
    public int ExchangeQueue { get; init; } = 1024;

    /// <summary>Received elites that wait for the islands.</summary>
    /// <value>Default 256; when full the oldest leaves, since later ones are better.</value>
    public int InjectionQueue { get; init; } = 256;

    /// <summary>Bodies that wait to be fetched.</summary>
    /// <value>Default 128.</value>
    public int PullQueue { get; init; } = 128;

    /// <summary>Bodies that are fetched at a time.</summary>
    /// <value>Default 4.</value>
    public int PullWorkers { get; init; } = 4;

    /// <summary>Rounds over those who may have a body before a pull fails.</summary>
    /// <value>Default 4. A neighbour forwards an announcement before it has verified the elite and serves it.</value>
    public int PullRounds { get; init; } = 4;

    /// <summary>Pause before the second round; it doubles with each.</summary>
    /// <value>Default 500 ms.</value>
    public TimeSpan PullPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Elites that wait for re-evaluation.</summary>
    /// <value>Default 64: at 100 episodes each, under a minute of one core for LunarLander.</value>
    public int VerificationQueue { get; init; } = 64;

    /// <summary>Threads of re-evaluation.</summary>
    /// <value>Default 1. Apart from those of the islands, so that it never waits for a long generation.</value>
    public int VerificationThreads { get; init; } = 1;

    /// <summary>Tasks whose evaluators re-evaluation keeps ready.</summary>
    /// <value>Default 4.</value>
    public int VerificationTasks { get; init; } = 4;

    /// <summary>Tasks that the node takes part in, ended ones included. Where there are as many, one that has ended
    /// gives way to a new one; the node's own give way to no stranger's.</summary>
    /// <value>Default 64, as many as an inventory can name.</value>
    public int Tasks { get; init; } = 64;

    /// <summary>Tasks that gave way and are remembered, so that they are not taken up again.</summary>
    /// <value>Default 1,024.</value>
    public int LeftTasks { get; init; } = 1024;

    /// <summary>Announcements kept for tasks that are not known yet.</summary>
    /// <value>Default 256 of at most 320 bytes.</value>
    public int ParkedAnnouncements { get; init; } = 256;

    /// <summary>Announcements of one task in an inventory, the best of each origin.</summary>
    /// <value>Default 8.</value>
    public int InventoryElites { get; init; } = 8;

    /// <summary>Time between two inventories to a peer in turn.</summary>
    /// <value>Default 30 s, as swarm.md section 4 has it for anti-entropy.</value>
    public TimeSpan InventoryPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Least time between two tasks that this node publishes, and between two of another publisher.</summary>
    /// <value>Default 1 min (swarm.md section 6).</value>
    public TimeSpan PublishPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Publishers of other nodes whose last task is remembered.</summary>
    /// <value>Default 1,024.</value>
    public int TrackedPublishers { get; init; } = 1024;

    /// <summary>Longest turn of an island. A generation that takes longer is broken off and run again in a later
    /// turn.</summary>
    /// <value>Default 60 s; above 0. At most this long the other tasks wait for one of them.</value>
    public TimeSpan TurnSlice { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Turns in a row that may be broken off before the task ends here: its generation never fits.</summary>
    /// <value>Default 3, so that a machine that was busy for a minute ends no task.</value>
    public int TurnAttempts { get; init; } = 3;

    /// <summary>Time between two checkpoints of an island.</summary>
    /// <value>Default 10 s: a killed node repeats at most that much. At 212 parameters one is under 1 MB.</value>
    public TimeSpan CheckpointPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time without a peer, although one was given, after which the node is degraded.</summary>
    /// <value>Default 10 s (swarm.md section 4).</value>
    public TimeSpan IsolationGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a full queue of re-evaluation counts as a degradation.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan OverloadMemory { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time that each part has to stop.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Life of the node's own record.</summary>
    /// <value>Default 24 h; at most 48 h. Renewed at half of it.</value>
    public TimeSpan RecordLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Longest body of an API request, in bytes.</summary>
    /// <value>Default 64 KiB, a manifest's limit.</value>
    public int ApiBodyBytes { get; init; } = 64 * 1024;

    /// <summary>API connections at a time.</summary>
    /// <value>Default 64.</value>
    public int ApiConnections { get; init; } = 64;
}
