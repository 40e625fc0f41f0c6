namespace Gaia.Transport.Limits;

/// <summary>How calls to peers are made: time-outs, retries, circuit breaker.</summary>
public sealed record CallLimits
{
    /// <summary>Time for one small call, connecting included.</summary>
    /// <value>Default 5 s; 0.1 to 60 s.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for one genome or manifest, connecting included.</summary>
    /// <value>Default 30 s; 0.1 to 600 s.</value>
    public TimeSpan PullTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Further attempts where the peer could not be reached; every call is safe to repeat.</summary>
    /// <value>Default 1; 0 to 5.</value>
    public int Retries { get; init; } = 1;

    /// <summary>Wait before the first further attempt; it doubles, with jitter.</summary>
    /// <value>Default 200 ms; 1 ms to 10 s.</value>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Failures in a row after which a peer is left alone.</summary>
    /// <value>Default 5; 2 to 100.</value>
    public int CircuitFailures { get; init; } = 5;

    /// <summary>How long it is left alone.</summary>
    /// <value>Default 15 s; 0.5 s to 10 min.</value>
    public TimeSpan CircuitBreak { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Broadcasts that wait for one slow link; the oldest is shed beyond that.</summary>
    /// <value>Default 256; 1 to 65,536.</value>
    public int SendQueueFrames { get; init; } = 256;

    /// <summary>Time for a farewell.</summary>
    /// <value>Default 1 s; 10 ms to 30 s.</value>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(1);
}
