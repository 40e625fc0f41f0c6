namespace Gaia.Node.Api.Contracts;

/// <summary>How far the node came in joining the swarm.</summary>
public sealed record BootstrapView
{
    /// <summary>The step that the node is in or that fails: alone, connecting, tls, hello, lookup, isolated, joined.
    /// </summary>
    public required string Step { get; init; }

    public string? Address { get; init; }

    public string? Error { get; init; }

    public int Attempts { get; init; }

    /// <summary>Seconds until the next attempt; null when none is due.</summary>
    public double? NextAttemptSeconds { get; init; }
}
