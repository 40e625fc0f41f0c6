namespace Gaia.Evaluation;

/// <summary>Reductions over episodes in one fixed order: array order, one double accumulator.</summary>
public static class Returns
{
    /// <summary>Mean return: the returns added first to last, then divided by their number.</summary>
    /// <param name="results">At least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Mean(ReadOnlySpan<EpisodeResult> results)
    {
        if (results.IsEmpty)
            throw new ArgumentException("There is no mean of no episodes.", nameof(results));
        var sum = 0.0;
        foreach (ref readonly var result in results)
            sum += result.Return;
        return sum / results.Length;
    }

    /// <summary>Environment steps of all episodes together.</summary>
    public static long Steps(ReadOnlySpan<EpisodeResult> results)
    {
        var steps = 0L;
        foreach (ref readonly var result in results)
            steps += result.Steps;
        return steps;
    }
}
