namespace Gaia.Transport.Limits;

/// <summary>What one peer may ask of this node: a token bucket for each call, shared by all connections of the peer.
/// </summary>
/// <remarks>swarm.md section 9. Sized so that an honest peer under a full look-up never meets a limit.</remarks>
public sealed record PeerRates
{
    /// <summary>Pings.</summary>
    /// <value>Default 5 a second, burst 20.</value>
    public CallRate Ping { get; init; } = new(5, 20);

    /// <summary>Questions for nodes.</summary>
    /// <value>Default 20 a second, burst 60: a look-up asks one node once, and several run at a start.</value>
    public CallRate FindNode { get; init; } = new(20, 60);

    /// <summary>New links.</summary>
    /// <value>Default 1 a second, burst 10: an honest peer opens one and keeps it.</value>
    public CallRate Link { get; init; } = new(1, 10);

    /// <summary>Genomes.</summary>
    /// <value>Default 5 a second, burst 40: a late joiner pulls an archive at once.</value>
    public CallRate GetElite { get; init; } = new(5, 40);

    /// <summary>Manifests.</summary>
    /// <value>Default 5 a second, burst 70: a late joiner pulls every task of an inventory.</value>
    public CallRate GetTask { get; init; } = new(5, 70);

    /// <summary>Lists of tasks.</summary>
    /// <value>Default 1 a second, burst 5.</value>
    public CallRate ListTasks { get; init; } = new(1, 5);

    /// <summary>Frames of a link.</summary>
    /// <value>Default 50 a second, burst 500. Frames beyond are dropped and counted.</value>
    public CallRate Frames { get; init; } = new(50, 500);

    /// <summary>Inventories of a link.</summary>
    /// <value>Default one in 10 s, burst 2. An honest peer sends one when the link opens and one in 30 s at most; each
    /// may hold 128 signatures. Those beyond are dropped unread and counted.</value>
    public CallRate Inventories { get; init; } = new(0.1, 2);

    /// <summary>Inventories beyond the rate, since the last that was read, after which each is an offence.</summary>
    /// <value>Default 3; 1 to 1,000. Fewer may be the fault of a link that was slow and then quick.</value>
    public int InventoryPatience { get; init; } = 3;

    /// <summary>Peers whose buckets are held at once.</summary>
    /// <value>Default 1,024; 16 to 65,536. The one idle for longest is forgotten first.</value>
    public int TrackedPeers { get; init; } = 1024;

    internal IEnumerable<(string Name, CallRate Rate)> All =>
    [
        ("ping", Ping), ("findNode", FindNode), ("link", Link), ("getElite", GetElite), ("getTask", GetTask),
        ("listTasks", ListTasks), ("frames", Frames), ("inventories", Inventories),
    ];
}
