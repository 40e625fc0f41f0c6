using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>Odd parity of n bits, all 2^n rows.</summary>
/// <remarks>
/// Koza, "Genetic Programming" (1992), chapter 20: his fitness is the number of hits, rows that are answered right. It
/// is the whole part here too, on the side of one half that is right; to it is added 1 - the mean distance from the
/// right output, so that a search sees progress between two hits. A return of 2^n or more means that all rows are
/// right; at most it is 2^n + 1.
/// </remarks>
internal readonly struct ParitySet<TCount> : ISampleSet
    where TCount : struct, IBitCount
{
    public static WorldInfo Info { get; } = BitRows.Describe($"parity-{TCount.Bits}", TCount.Bits) with
    {
        SolvedScore = Cases,
        Source = "Koza's hits + 1 - mean |error|",
        Reference = "Koza, \"Genetic Programming\" (1992), chapter 20",
        Description = $"Whether the number of ones among {TCount.Bits} bits is odd.",
    };

    public static int Cases => 1 << TCount.Bits;

    public static bool IsDrawn => false;

    public static double Tolerance => BitRows.HalfWay;

    public static float Present(int index, ref NumpyGenerator random, Span<float> inputs) =>
        BitRows.Present(index, TCount.Bits, inputs);

    public static double Score(double error, int right) => right + (1.0 - (0.5 * error / Cases));
}
