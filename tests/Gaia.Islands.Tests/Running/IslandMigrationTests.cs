using Gaia.Islands.Elites;
using Gaia.Islands.Running;
using Gaia.Islands.Tasks;
using Gaia.Islands.Tests.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Tests.Running;

/// <summary>Received elites, lineage and restarts.</summary>
public sealed class IslandMigrationTests
{
    private static readonly TaskDefinition Task = SphereTask(every: 1);

    [Fact]
    public void Inject_BetterElite_IsAParentOfTheNextOne()
    {
        var island = NewIsland(Task);
        var first = RunUntilElite(island);
        var received = Received(Task, 0.29f, (first.ScoreMicros / 1e6) + 0.001);
        Assert.Equal(InjectOutcome.Queued, island.Inject(received));
        Assert.Same(received, island.BestKnown);
        var next = RunUntilElite(island);
        Assert.Equal([first.Id, received.Id], next.Parents.ToArray());
        Assert.True(next.ScoreMicros > received.ScoreMicros);
    }

    [Fact]
    public void Inject_BetterElite_PullsTheSearchTowardsIt()
    {
        var alone = NewIsland(Task);
        var helped = NewIsland(Task);
        helped.Inject(Received(Task, 0.3f, -0.001));
        var fitness = new[] { alone, helped }.Select(island =>
        {
            var best = double.MinValue;
            for (var i = 0; i < 5; i++)
                best = Math.Max(best, island.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness);
            return best;
        }).ToArray();
        Assert.True(fitness[1] > fitness[0] + 0.1, $"Alone {fitness[0]}, helped {fitness[1]}.");
    }

    [Fact]
    public void Inject_NotBetter_IsRefused()
    {
        var island = NewIsland(Task);
        Assert.Equal(InjectOutcome.Queued, island.Inject(Received(Task, 0.2f, -1)));
        Assert.Equal(InjectOutcome.NotBetter, island.Inject(Received(Task, 0.1f, -2)));
        Assert.Equal(InjectOutcome.NotBetter, island.Inject(Received(Task, 0.2f, -1)));
    }

    [Fact]
    public void Inject_AnotherTasksElite_Throws() =>
        Assert.Throws<ArgumentException>(() => NewIsland(Task).Inject(Received(SphereTask(every: 2), 0.2f, -1)));

    [Fact]
    public void RunGeneration_MigrationEveryTen_TakesElitesInThenOnly()
    {
        var task = SphereTask(every: 10);
        var helped = NewIsland(task);
        var alone = NewIsland(task);
        for (var generation = 0; generation < 13; generation++)
        {
            if (generation == 3)
                helped.Inject(Received(task, 0.3f, -0.001));
            var with = helped.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness;
            var without = alone.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness;
            Assert.Equal(generation < 10, with == without);
        }
    }

    [Fact]
    public void RunGeneration_OptimizerStops_IsReportedAndRestartedAtTheBestKnown()
    {
        var source = new ScriptedOptimizers(generationsEach: 40);
        var island = NewIsland(Task, source);
        var reports = Enumerable.Range(0, 40)
            .Select(_ => island.RunGeneration(Sample.Noon, CancellationToken.None)).ToArray();
        Assert.All(reports[..^1], report => Assert.Null(report.Stop));
        Assert.Equal(("scripted", 1), (reports[^1].Stop?.Name, reports[^1].Restarts));
        Assert.Equal(2, source.Started.Count);
        Assert.Equal(island.BestKnown!.Genome, source.Started[1].Mean);
        Assert.NotEqual(source.Started[0].Key, source.Started[1].Key);
    }

    [Fact]
    public void RunGeneration_RestartThatBroughtNothing_IsFollowedByAFreshMean()
    {
        // Nothing can beat the received elite, so a restart at it cannot bring a better one.
        var source = new ScriptedOptimizers(generationsEach: 5);
        var island = NewIsland(Task, source);
        var received = Received(Task, 0.25f, 1000);
        island.Inject(received);
        for (var i = 0; i < 15; i++)
            island.RunGeneration(Sample.Noon, CancellationToken.None);
        Assert.Equal(4, source.Started.Count);
        Assert.Equal(received.Genome, source.Started[1].Mean);
        Assert.NotEqual(received.Genome, source.Started[2].Mean);
        Assert.NotEqual(source.Started[2].Mean, source.Started[3].Mean);
        Assert.All(source.Started[2].Mean, value => Assert.InRange(value, -0.5f, 0.5f));
        Assert.True(source.Started[2].Mean.Distinct().Count() > 1);
    }

    [Fact]
    public void RunGeneration_WithRestarts_ResumesBitForBit()
    {
        var whole = NewIsland(Task, new ScriptedOptimizers(generationsEach: 30));
        for (var i = 0; i < 45; i++)
            whole.RunGeneration(Sample.Noon, CancellationToken.None);
        var resumed = Island.Restore(
            Task, Sample.Node(0), 0, new FakeEvaluator(Task), new IslandOptions(), whole.Snapshot()).Value;
        Assert.Equal((1, 45L), (resumed.Restarts, resumed.Generation));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(
                whole.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness,
                resumed.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness);
        }
    }

    [Fact]
    public void For_ManyNodes_DrawsOptimizersByWeightAndTheSameEachTime()
    {
        var task = ManifestText.Task(
            """
            {"schema":"gaia.task/1","name":"two","world":{"id":"CartPole-v1"},"optimizers":[
              {"type":"cma_es","settings":{"sigma":0.1},"weight":3},
              {"type":"cma_es","settings":{"sigma":0.9}}]}
            """);
        var nodes = Enumerable.Range(0, 2000).Select(Sample.Node).ToArray();
        var first = nodes.Count(node => OptimizerDraw.For(task, node, 0).Settings["sigma"] == 0.1);
        Assert.InRange(first, 1400, 1600);
        Assert.All(
            nodes[..50], node => Assert.Same(OptimizerDraw.For(task, node, 0), OptimizerDraw.For(task, node, 0)));
    }

    private static TaskDefinition SphereTask(int every) => ManifestText.Task(
        $$"""
        {"schema":"gaia.task/1","name":"sphere","world":{"id":"CartPole-v1"},"policy":{"hidden":[]},
         "fitness":{"episodes":2},"solved":{"score":5},"migration":{"every":{{every}} } }
        """);

    private static Island NewIsland(TaskDefinition task, ScriptedOptimizers? source = null) => new(
        task,
        Sample.Node(0),
        0,
        new FakeEvaluator(task),
        new IslandOptions(),
        source ?? new ScriptedOptimizers(int.MaxValue),
        new IslandState(),
        null);

    private static Elite RunUntilElite(Island island)
    {
        for (var i = 0; i < 500; i++)
        {
            if (island.RunGeneration(Sample.Noon, CancellationToken.None).NewElite is { } elite)
                return elite;
        }

        throw new InvalidOperationException("No elite in 500 generations.");
    }

    private static Elite Received(TaskDefinition task, float value, double score)
    {
        var genome = new float[task.Layout.ParameterCount];
        Array.Fill(genome, value);
        return Sample.Elite(1, score, origin: 5) with
        {
            Id = Genome.IdOf(task.Layout, genome),
            Task = task.Id,
            Genome = genome,
            Source = EliteSource.Received,
        };
    }
}
