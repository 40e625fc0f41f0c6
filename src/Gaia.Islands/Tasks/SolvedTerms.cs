namespace Gaia.Islands.Tasks;

/// <summary>When a task counts as solved.</summary>
public sealed record SolvedTerms
{
    /// <summary>Least mean return, on the held-out episodes and again on the re-score's. Default: the world's
    /// own.</summary>
    public required double Score { get; init; }

    /// <summary>How far the mean of both sets together must lie above the score, in reward units. Default 0; 0 to 10^6.
    /// </summary>
    /// <remarks>
    /// A third set of 100 differs from the mean of the first two by s * sqrt(1/100 + 1/200), s the standard deviation
    /// of a return. A margin of 1.645 times that leaves one chance in twenty that it falls below the score: 20 at
    /// s = 100.
    /// </remarks>
    public double Margin { get; init; }

    /// <summary>Episodes of a score. 100 by the swarm's rule: a score means the same for every task.</summary>
    public int Episodes { get; init; } = Scoring.HeldOutSeeds.Count;
}
