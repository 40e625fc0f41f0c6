using Gaia.Core.Random;
using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

/// <summary>Layouts, genomes and seeds that several tests share.</summary>
internal static class Samples
{
    /// <summary>Fits the walk.</summary>
    public static MlpLayout Drift { get; } = new(2, [6], 3, Activation.Tanh, PolicyOutput.ArgMax);

    /// <summary>Fits the two continuous worlds.</summary>
    public static MlpLayout Pair { get; } = new(1, [], 2, Activation.Linear, PolicyOutput.Clip);

    /// <summary>[population, layout.ParameterCount], uniform in [-1, 1).</summary>
    public static float[] Population(MlpLayout layout, int population)
    {
        var random = new PhiloxStream(7);
        var genomes = new float[population * layout.ParameterCount];
        for (var i = 0; i < genomes.Length; i++)
            genomes[i] = (float)((2 * random.NextDouble()) - 1);
        return genomes;
    }

    /// <summary>0, 1, 2...</summary>
    public static uint[] Seeds(int count) => [.. Enumerable.Range(0, count).Select(seed => (uint)seed)];
}
