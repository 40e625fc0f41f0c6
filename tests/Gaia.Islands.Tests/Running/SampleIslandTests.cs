using System.Text;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Islands.Running;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests.Running;

/// <summary>Worlds of samples by their names in a manifest: the benchmarks of neuroevolution are solved from nothing.
/// </summary>
public sealed class SampleIslandTests
{
    private const int MostGenerations = 2000;

    [Theory]
    [InlineData("xor", 4, 1)]
    [InlineData("xor", 4, 2)]
    [InlineData("xor", 4, 3)]
    [InlineData("parity-2", 4, 1)]
    [InlineData("parity-3", 8, 1)]
    public void RunGeneration_TruthTable_IsSolved(string world, int hidden, int node)
    {
        GenerationReport report = RunUntilSolved(Read(world, hidden), node, out TaskDefinition task);

        // Every seed shows the same rows, so that the second score is the first.
        Assert.Equal(report.NewElite!.ScoreMicros, report.RescoreMicros);
        Assert.InRange(report.RescoreMicros!.Value, (long)(task.Manifest.Solved.Score * 1e6), 16_000_000);
    }

    [Fact]
    public void RunGeneration_SquareRoot_IsSolvedOnSamplesItNeverSaw()
    {
        GenerationReport report = RunUntilSolved(Read("nguyen-8", 8), 1, out _);

        Assert.NotEqual(report.NewElite!.ScoreMicros, report.RescoreMicros);
        Assert.InRange(report.RescoreMicros!.Value, -200_000, 0);
    }

    private static GenerationReport RunUntilSolved(Result<TaskDefinition> read, int node, out TaskDefinition task)
    {
        task = read.Value;
        using IEvaluator evaluator = Evaluators.Create(task.Problem, threads: 1);
        var island = new Island(task, Sample.Node(node), 0, evaluator, new IslandOptions());
        for (var i = 0; i < MostGenerations; i++)
        {
            GenerationReport report = island.RunGeneration(Sample.Noon, CancellationToken.None);
            if (report.Solved)
                return report;
        }

        throw new InvalidOperationException($"Not solved in {MostGenerations} generations: {island.BestKnown}.");
    }

    private static Result<TaskDefinition> Read(string world, int hidden) => ManifestReader.Read(Encoding.UTF8.GetBytes(
        $$"""
        {
          "schema": "gaia.task/1",
          "name": "samples",
          "world": { "id": "{{world}}" },
          "policy": { "type": "mlp", "hidden": [{{hidden}}], "activation": "tanh" },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 1 } } ]
        }
        """));
}
