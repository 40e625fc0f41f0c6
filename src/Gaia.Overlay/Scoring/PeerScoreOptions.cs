namespace Gaia.Overlay.Scoring;

/// <summary>What offences cost, and what a low score leads to.</summary>
/// <remarks>A score starts at 0, an offence takes its price away, and it comes back to 0 by halves.</remarks>
public sealed record PeerScoreOptions
{
    /// <summary>Price of an invalid message or record.</summary>
    /// <value>Default 10; 0 to 1000. Three within two minutes end a link, one now and then does not.</value>
    public double InvalidMessagePrice { get; init; } = 10;

    /// <summary>Price of an elite that was announced but not given.</summary>
    /// <value>Default 4; 0 to 1000. Restarts break promises too.</value>
    public double BrokenPromisePrice { get; init; } = 4;

    /// <summary>Price of a false score.</summary>
    /// <value>Default 15; 0 to 1000. Two within a half-life end a link.</value>
    public double FalseScorePrice { get; init; } = 15;

    /// <summary>Price of a message over the limits.</summary>
    /// <value>Default 1; 0 to 1000.</value>
    public double FloodPrice { get; init; } = 1;

    /// <summary>At or below this score the link is closed and the node is not linked again until its score is back
    /// above half of it.</summary>
    /// <value>Default -25; -10000 to -1.</value>
    public double DisconnectBelow { get; init; } = -25;

    /// <summary>Time in which a score comes half the way back.</summary>
    /// <value>Default 10 min; 1 s to 24 h.</value>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Nodes whose score is remembered; beyond it the best score is forgotten.</summary>
    /// <value>Default 4096; 16 to 1,000,000.</value>
    public int MaximumNodes { get; init; } = 4096;
}
