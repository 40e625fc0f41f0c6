namespace Gaia.Islands.Tasks;

/// <summary>When a task counts as solved.</summary>
public sealed record SolvedTerms
{
    /// <summary>Least mean return, on the held-out episodes and again on the re-score's. Default: the world's
    /// own.</summary>
    public required double Score { get; init; }

    /// <summary>Episodes of a score. 100 by the swarm's rule: a score means the same for every task.</summary>
    public int Episodes { get; init; } = Scoring.HeldOutSeeds.Count;
}
