namespace Gaia.Overlay.Lookup;

/// <summary>Bounds of iterative look-ups.</summary>
public sealed record LookupOptions
{
    /// <summary>Requests under way at one time in one look-up (Kademlia's alpha).</summary>
    /// <value>Default 3; 1 to 32. More hides dead nodes better and costs more requests.</value>
    public int Parallelism { get; init; } = 3;

    /// <summary>Look-ups at one time; one more waits for its turn, and as many may wait.</summary>
    /// <value>Default 8; 1 to 256.</value>
    public int MaximumLookups { get; init; } = 8;

    /// <summary>Requests of one look-up, answered or not; then it ends with what it has.</summary>
    /// <value>Default 100; 1 to 4096.</value>
    public int MaximumRequests { get; init; } = 100;

    /// <summary>A request whose answer or failure was not told for this long counts as failed.</summary>
    /// <value>Default 10 s; 0.1 to 60 s. Above the transport's own time-out, which comes first.</value>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
