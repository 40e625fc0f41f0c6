using Gaia.Core.Random;

namespace Gaia.Overlay.Links;

/// <summary>Pauses that double with every failure, with jitter: nodes that failed together do not retry together.
/// </summary>
internal static class Backoff
{
    private const double JitterShare = 0.5;
    private const int MaximumDoublings = 30;

    /// <summary>The pause after a number of failures in a row.</summary>
    /// <param name="failures">1 or more.</param>
    /// <param name="minimum">Pause after the first failure, before jitter.</param>
    /// <param name="maximum">Longest pause.</param>
    /// <param name="random">Gives the jitter: up to half of the pause on top.</param>
    public static TimeSpan Pause(int failures, TimeSpan minimum, TimeSpan maximum, ref PhiloxStream random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        var doublings = Math.Min(failures - 1, MaximumDoublings);
        // Capped so that the longest pauses still differ.
        var longest = Math.Max(minimum.TotalMilliseconds, maximum.TotalMilliseconds / (1 + JitterShare));
        var pause = Math.Min(minimum.TotalMilliseconds * (1L << doublings), longest);
        pause *= 1 + (JitterShare * random.NextDouble());
        return TimeSpan.FromMilliseconds(Math.Min(pause, maximum.TotalMilliseconds));
    }
}
