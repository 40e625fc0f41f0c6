using Gaia.Core.Random;

namespace Gaia.Worlds.Samples;

/// <summary>Exclusive or of two bits, with the fitness of the NEAT paper.</summary>
/// <remarks>
/// Stanley and Miikkulainen, "Evolving Neural Networks through Augmenting Topologies" (2002), section 4.1: inputs 0 and
/// 1, an output from 0 to 1, fitness (4 - the four distances from the right outputs)^2. The paper's third input, a bias
/// of 1, is left to the policy. Here -1 answers 0 and +1 answers 1.
/// </remarks>
internal readonly struct XorSet : ISampleSet
{
    /// <summary>Over (4 - 0.5)^2 no output can be on the wrong side of one half.</summary>
    private const double SolvedScore = 12.5;

    public static WorldInfo Info { get; } = BitRows.Describe("xor", 2) with
    {
        SolvedScore = SolvedScore,
        Source = "Fitness of the NEAT paper: (4 - sum of |error|)^2, at most 16",
        Reference = "Stanley and Miikkulainen, \"Evolving Neural Networks through Augmenting Topologies\" (2002)",
        Description = "Exclusive or of two bits: the smallest task that needs a hidden unit.",
    };

    public static int Cases => 4;

    public static bool IsDrawn => false;

    public static double Tolerance => BitRows.HalfWay;

    public static float Present(int index, ref NumpyGenerator random, Span<float> inputs) =>
        BitRows.Present(index, 2, inputs);

    public static double Score(double error, int right)
    {
        double rest = 4.0 - (0.5 * error);
        return rest * rest;
    }
}
