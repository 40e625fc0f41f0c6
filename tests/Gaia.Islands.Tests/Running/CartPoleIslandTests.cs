using Gaia.Evaluation;
using Gaia.Islands.Running;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Tests.Running;

/// <summary>The whole way on a real world: manifest, CMA-ES, episodes, score, re-score.</summary>
public sealed class CartPoleIslandTests
{
    private const int MostGenerations = 400;

    private static readonly TaskDefinition Task = BuiltIn();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RunGeneration_BuiltInCartPole_IsSolvedByAnyNode(int node)
    {
        using var evaluator = Evaluators.Create(Task.Problem, threads: 2);
        var island = new Island(Task, Sample.Node(node), 0, evaluator, new IslandOptions());
        var report = RunUntilSolved(island);
        Assert.InRange(report.NewElite!.ScoreMicros, 475_000_000, 500_000_000);
        Assert.InRange(report.RescoreMicros!.Value, 475_000_000, 500_000_000);
        Assert.InRange(island.Evaluations, 500, 10_000);

        using var another = Evaluators.Create(Task.Problem, threads: 1);
        var checkedBy = new EliteScorer(Task, another);
        Assert.Equal(
            report.NewElite.ScoreMicros,
            checkedBy.Score(report.NewElite.Genome, CancellationToken.None).ScoreMicros);
    }

    [Fact]
    public void RunGeneration_OneTwoOrThreeThreadsAndAResume_GiveTheSameBits()
    {
        var snapshots = new[] { 1, 2, 3 }.Select(threads =>
        {
            using var evaluator = Evaluators.Create(Task.Problem, threads);
            var island = new Island(Task, Sample.Node(9), 0, evaluator, new IslandOptions());
            for (var i = 0; i < 60; i++)
            {
                if (i % 20 == threads)
                {
                    var bytes = island.Snapshot();
                    island = Island.Restore(Task, Sample.Node(9), 0, evaluator, new IslandOptions(), bytes).Value;
                }

                island.RunGeneration(Sample.Noon, CancellationToken.None);
            }

            Assert.NotNull(island.BestKnown);
            return island.Snapshot();
        }).ToArray();
        Assert.Equal(snapshots[0], snapshots[1]);
        Assert.Equal(snapshots[0], snapshots[2]);
    }

    private static GenerationReport RunUntilSolved(Island island)
    {
        for (var i = 0; i < MostGenerations; i++)
        {
            var report = island.RunGeneration(Sample.Noon, CancellationToken.None);
            if (report.Solved)
                return report;
        }

        throw new InvalidOperationException($"Not solved in {MostGenerations} generations: {island.BestKnown}.");
    }

    private static TaskDefinition BuiltIn() =>
        BuiltInTasks.TryFind("cartpole", out var task) ? task : throw new InvalidOperationException("No such task.");
}
