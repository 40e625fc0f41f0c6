using Gaia.Evaluation;

namespace Gaia.Islands.Scoring;

/// <summary>When a held-out run is not worth finishing.</summary>
/// <remarks>
/// After k of n episodes with mean m and sample deviation s, the mean of the n - k to come is m, give or take
/// s * sqrt(1/k + 1/(n-k)): the usual prediction interval for a mean of further draws. The run is given up when even
/// m plus <see cref="Deviations"/> of these leaves the mean of all n at or below the mark to beat. That loses about one
/// candidate in a thousand that would just have made it, and saves half to four fifths of the episodes of the rest.
/// </remarks>
internal static class AbandonRule
{
    private const double Deviations = 3;

    /// <summary>Episodes after which a look is taken.</summary>
    internal static ReadOnlySpan<int> Looks => [20, 50];

    /// <summary>True where the mean over all episodes cannot be expected to exceed the mark.</summary>
    /// <param name="seen">Results of the first episodes, at least two.</param>
    /// <param name="total">Number of episodes of a whole run.</param>
    /// <param name="toBeatMicros">The mark, in 1e-6 reward units.</param>
    internal static bool IsHopeless(ReadOnlySpan<EpisodeResult> seen, int total, long toBeatMicros)
    {
        var mean = Returns.Mean(seen);
        var squares = 0.0;
        foreach (ref readonly var result in seen)
            squares += (result.Return - mean) * (result.Return - mean);
        var deviation = Math.Sqrt(squares / (seen.Length - 1));
        double left = total - seen.Length;
        var error = deviation * Math.Sqrt((1.0 / seen.Length) + (1 / left));
        var optimistic = mean + (left / total * Deviations * error);
        return !(optimistic > FixedPointScore.ToReturn(toBeatMicros));
    }
}
