using System.Numerics;
using Gaia.Evaluation;

namespace Gaia.Islands.Running;

/// <summary>What the best fitness of a population is worth as evidence.</summary>
/// <remarks>
/// The best of n noisy fitnesses is too high by about sigma * sqrt(2 ln n), the growth of the largest of n normal
/// errors; that is taken off. Sigma is the error of one fitness: the pooled deviation of returns within members over
/// the root of their episodes, or, where members run one episode each and it cannot be told apart, the deviation
/// between members. ln n is taken as ln 2 times the bit length of n, so that no library's logarithm decides.
/// </remarks>
internal static class MemberEvidence
{
    private const double LnTwo = 0.6931471805599453;

    /// <summary>The best fitness less what its choice has made of it, in reward units.</summary>
    /// <param name="results">[members, episodes] row-major.</param>
    /// <param name="fitness">[members], mean returns.</param>
    /// <param name="best">Index of the best member.</param>
    internal static double Of(ReadOnlySpan<EpisodeResult> results, ReadOnlySpan<double> fitness, int best)
    {
        var episodes = results.Length / fitness.Length;
        var error = episodes > 1
            ? Math.Sqrt(VarianceWithin(results, fitness, episodes) / episodes)
            : Math.Sqrt(VarianceBetween(fitness));
        var bits = BitOperations.Log2((uint)fitness.Length) + 1;
        return fitness[best] - (error * Math.Sqrt(2 * LnTwo * bits));
    }

    private static double VarianceWithin(
        ReadOnlySpan<EpisodeResult> results, ReadOnlySpan<double> fitness, int episodes)
    {
        var squares = 0.0;
        for (var i = 0; i < results.Length; i++)
        {
            var difference = results[i].Return - fitness[i / episodes];
            squares += difference * difference;
        }

        return squares / (results.Length - fitness.Length);
    }

    private static double VarianceBetween(ReadOnlySpan<double> fitness)
    {
        var mean = 0.0;
        foreach (var value in fitness)
            mean += value / fitness.Length;
        var squares = 0.0;
        foreach (var value in fitness)
            squares += (value - mean) * (value - mean);
        return squares / Math.Max(1, fitness.Length - 1);
    }
}
