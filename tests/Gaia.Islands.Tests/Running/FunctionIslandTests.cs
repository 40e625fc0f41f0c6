using System.Text;
using Gaia.Evaluation;
using Gaia.Islands.Running;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests.Running;

/// <summary>The whole way on functions: manifest, CMA-ES, values, score, re-score.</summary>
public sealed class FunctionIslandTests
{
    [Theory]
    [InlineData("bbob-f1", 10, 12_000)]
    [InlineData("bbob-f8", 5, 30_000)]
    [InlineData("bbob-f10", 5, 30_000)]
    [InlineData("sphere", 10, 12_000)]
    [InlineData("ellipsoid-rotated", 10, 30_000)]
    public void RunGeneration_UnimodalFunction_ReachesTheTarget(string id, int dimension, int most)
    {
        var task = Task(id, dimension);
        using var evaluator = Evaluators.Create(task.Problem, threads: 2);
        var island = new Island(task, Sample.Node(1), 0, evaluator, new IslandOptions());

        var report = Run(island, most);

        Assert.True(report.Solved, $"{island.BestKnown} after {island.Evaluations}");
        Assert.InRange(report.NewElite!.ScoreMicros, task.SolvedMicros, task.SolvedMicros + 1);
        Assert.Equal(report.NewElite.ScoreMicros, report.RescoreMicros);
        Assert.Equal(island.Evaluations, island.EnvironmentSteps);
    }

    [Fact]
    public void RunGeneration_OptimumAtZero_DoesNotBeginThere()
    {
        var task = Task("sphere", 10);
        using var evaluator = Evaluators.Create(task.Problem, threads: 1);
        var first = new Island(task, Sample.Node(1), 0, evaluator, new IslandOptions());
        var second = new Island(task, Sample.Node(2), 0, evaluator, new IslandOptions());

        var fitness = first.RunGeneration(Sample.Noon, CancellationToken.None).MeanFitness!.Value;

        Assert.InRange(fitness, -160.0, -1.0);
        Assert.NotEqual(fitness, second.RunGeneration(Sample.Noon, CancellationToken.None).MeanFitness);
    }

    [Fact]
    public void RunGeneration_ValuesBeyondAnyScore_GoesOnUntilOneIsAScore()
    {
        // A cigar this long starts above 10^9, where no score is; the search must not stop for it.
        var task = Task("cigar", 250);
        using var evaluator = Evaluators.Create(task.Problem, threads: 1);
        var island = new Island(task, Sample.Node(1), 0, evaluator, new IslandOptions { HeldOutShare = 0.9 });

        var first = island.RunGeneration(Sample.Noon, CancellationToken.None);
        Assert.False(FixedPointScore.TryFromMean(first.MeanFitness!.Value, out _));
        Assert.Equal(100, island.HeldOutEpisodes);
        Assert.Null(first.NewElite);
        while (island.BestKnown is null && island.Evaluations < 30_000)
            island.RunGeneration(Sample.Noon, CancellationToken.None);

        Assert.NotNull(island.BestKnown);
        Assert.InRange(island.BestKnown.ScoreMicros, -FixedPointScore.MaxMagnitude, -1);
    }

    [Fact]
    public void Construct_EvaluatorOfAnotherInstance_Throws()
    {
        var task = Task("bbob-f1", 5);
        var arguments = task.Problem.Arguments;
        arguments[1] = 2;
        using var evaluator = Evaluators.Create(task.Problem with { Arguments = arguments }, threads: 1);

        Assert.Throws<ArgumentException>(() => new EliteScorer(task, evaluator));
    }

    private static GenerationReport Run(Island island, int most)
    {
        GenerationReport report;
        do
            report = island.RunGeneration(Sample.Noon, CancellationToken.None);
        while (!report.Solved && island.Evaluations < most);
        return report;
    }

    private static TaskDefinition Task(string id, int dimension) => ManifestReader.Read(Encoding.UTF8.GetBytes(
        $$"""
        { "schema": "gaia.task/1", "name": "{{id}}",
          "world": { "id": "{{id}}", "arguments": { "dimension": {{dimension}} } },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 2 } } ] }
        """)).Value;
}
