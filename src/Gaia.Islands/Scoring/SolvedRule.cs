using Gaia.Islands.Tasks;

namespace Gaia.Islands.Scoring;

/// <summary>When an elite solves its task.</summary>
/// <remarks>
/// Its mean return on its own 100 held-out episodes reaches the task's score, so does that on another, independent 100,
/// and the mean of the two lies the task's margin above it. The second set guards against the choice: of many
/// candidates, the one picked for its score is picked for luck too. The margin makes a third set agree:
/// docs/decisions/0006.
/// </remarks>
public static class SolvedRule
{
    /// <summary>True where the held-out score alone reaches the task's: worth a re-score.</summary>
    public static bool IsCandidate(TaskDefinition task, long scoreMicros)
    {
        ArgumentNullException.ThrowIfNull(task);
        return scoreMicros >= task.SolvedMicros;
    }

    /// <summary>True where both scores reach the task's, and their mean does so by its margin.</summary>
    /// <param name="task">The task.</param>
    /// <param name="scoreMicros">Held-out score, in 1e-6 reward units.</param>
    /// <param name="rescoreMicros">Re-score; null where there is none, which never solves.</param>
    public static bool IsSolved(TaskDefinition task, long scoreMicros, long? rescoreMicros) =>
        IsCandidate(task, scoreMicros)
        && rescoreMicros is { } again
        && IsCandidate(task, again)
        && scoreMicros + again >= 2 * (task.SolvedMicros + task.MarginMicros);
}
