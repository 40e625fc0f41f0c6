using Gaia.Core.Random;

namespace Gaia.Optimizers.Sampling;

/// <summary>The standard normal vector that is named by key, generation and member.</summary>
/// <remarks>
/// Dimension d takes words 2d and 2d + 1 of <see cref="PhiloxStream"/> 0, of which the upper 52 bits name the middle of
/// one of 2^52 equal cells of (0, 1). A peer that knows the counters knows the perturbation; it need not be sent.
/// </remarks>
internal static class Perturbation
{
    private const double TwoToMinus52 = 1.0 / (1UL << 52);

    /// <summary>Writes the deviates.</summary>
    /// <param name="key">Of the run.</param>
    /// <param name="generation">Counted from 0; its lower 32 bits count.</param>
    /// <param name="member">Index in the population.</param>
    /// <param name="deviates">[dimension]; overwritten, magnitudes below 8.3.</param>
    public static void Fill(ulong key, long generation, int member, Span<double> deviates)
    {
        var stream = new PhiloxStream(key, unchecked((uint)generation), (uint)member);
        for (var i = 0; i < deviates.Length; i++)
            deviates[i] = NormalQuantile.At(((stream.NextUInt64() >> 12) + 0.5) * TwoToMinus52);
    }
}
