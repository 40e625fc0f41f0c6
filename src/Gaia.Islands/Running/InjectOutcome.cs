namespace Gaia.Islands.Running;

/// <summary>What became of a received elite that was offered to an island.</summary>
public enum InjectOutcome
{
    /// <summary>It waits for the next migration.</summary>
    Queued,

    /// <summary>It is not better than the best that the island knows.</summary>
    NotBetter,
}
