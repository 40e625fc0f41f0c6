using Gaia.Evaluation;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests;

/// <summary>A world that is a formula: the return of a genome on a seed, computed in its own time by any
/// thread.</summary>
/// <remarks>By default minus the squared distance to 0.3 in every parameter, with a little luck that the seed decides.
/// </remarks>
internal sealed class FakeEvaluator(TaskDefinition task, Func<float[], uint, double>? formula = null) : IEvaluator
{
    internal const double Luck = 0.5;

    internal List<uint[]> SeedSets { get; } = [];

    internal List<int> Rows { get; } = [];

    /// <summary>Called before each evaluation with the number of those before it.</summary>
    internal Action<int>? BeforeEvaluate { get; set; }

    public EvaluationProblem Problem => task.Problem;

    public int Threads => 1;

    public string Form => "formula";

    public long FinishedEpisodes { get; private set; }

    public void Evaluate(
        ReadOnlyMemory<float> genomes,
        ReadOnlyMemory<uint> seeds,
        Memory<EpisodeResult> results,
        CancellationToken cancellationToken)
    {
        BeforeEvaluate?.Invoke(SeedSets.Count);
        cancellationToken.ThrowIfCancellationRequested();
        var length = task.Layout.ParameterCount;
        var rows = genomes.Length / length;
        SeedSets.Add(seeds.ToArray());
        Rows.Add(rows);
        FinishedEpisodes += results.Length;
        for (var row = 0; row < rows; row++)
        {
            var genome = genomes.Slice(row * length, length).ToArray();
            for (var j = 0; j < seeds.Length; j++)
            {
                var seed = seeds.Span[j];
                var value = formula?.Invoke(genome, seed) ?? Sphere(genome, seed);
                var steps = 1 + (int)(seed % 10);
                results.Span[(row * seeds.Length) + j] = new EpisodeResult(value, steps, EpisodeEnd.Terminated);
            }
        }
    }

    public void Dispose()
    {
    }

    internal static double Sphere(float[] genome, uint seed)
    {
        var sum = 0.0;
        foreach (var value in genome)
            sum += (value - 0.3) * (value - 0.3);
        return (Luck * ((seed / (double)(1U << 31)) - 0.5)) - sum;
    }
}
