using Gaia.Islands.Elites;
using Gaia.Islands.Running;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Islands.Tests.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Tests.Running;

public sealed class IslandTests
{
    /// <summary>Ten parameters, population 10, two episodes: the sphere below -0.05 is solved within 100 generations.
    /// </summary>
    private static readonly TaskDefinition Task = ManifestText.Task(
        """
        {"schema":"gaia.task/1","name":"sphere","world":{"id":"CartPole-v1"},"policy":{"hidden":[]},
         "fitness":{"episodes":2},"solved":{"score":-0.05},"migration":{"every":1}}
        """);

    private static readonly IslandOptions Options = new();

    [Fact]
    public void RunGeneration_TrainingSeeds_AreFreshAndCommonToAllMembers()
    {
        var evaluator = new FakeEvaluator(Task);
        var island = NewIsland(evaluator);
        for (var generation = 0; generation < 5; generation++)
            island.RunGeneration(Sample.Noon, CancellationToken.None);

        var key = IslandKey.Of(Task.Id, Sample.Node(0), 0);
        for (var generation = 0; generation < 5; generation++)
        {
            var expected = new uint[2];
            TrainingSeeds.For(key, generation, expected);
            Assert.Equal(expected, evaluator.SeedSets[generation]);
        }

        // Ten members and the distribution's mean, in one call.
        Assert.All(evaluator.Rows, rows => Assert.Equal(11, rows));
    }

    [Fact]
    public void RunGeneration_UntilSolved_ReportsAnElitePerImprovementAndTheSolution()
    {
        var island = NewIsland(new FakeEvaluator(Task));
        var reports = RunUntilSolved(island);

        var elites = reports.Where(report => report.NewElite is not null).Select(report => report.NewElite!).ToArray();
        Assert.Equal(elites.OrderBy(elite => elite.ScoreMicros), elites);
        Assert.Empty(elites[0].Parents);
        for (var i = 1; i < elites.Length; i++)
            Assert.Equal(elites[i - 1].Id, Assert.Single(elites[i].Parents));
        var last = reports[^1];
        Assert.True(last.NewElite!.ScoreMicros >= Task.SolvedMicros);
        Assert.True(last.RescoreMicros >= Task.SolvedMicros);
        Assert.All(reports[..^1], report => Assert.False(report.Solved));
        Assert.Equal(island.Evaluations, reports.Sum(report => report.Evaluations));
        Assert.Equal(island.EnvironmentSteps, reports.Sum(report => report.EnvironmentSteps));
        Assert.Equal(reports.Count, island.Generation);
    }

    [Fact]
    public void RunGeneration_Elite_HasTheIdAndScoreThatAnybodyComputes()
    {
        var elite = RunUntilSolved(NewIsland(new FakeEvaluator(Task)))[^1].NewElite!;
        Assert.Equal(Genome.IdOf(Task.Layout, elite.Genome), elite.Id);
        var again = new EliteScorer(Task, new FakeEvaluator(Task)).Score(elite.Genome, CancellationToken.None);
        Assert.Equal(again.ScoreMicros, elite.ScoreMicros);
        Assert.Equal(
            (Sample.Node(0), EliteSource.Local, Sample.Noon, "cma_es"),
            (elite.Origin, elite.Source, elite.Created, elite.Optimizer));
    }

    [Fact]
    public void RunGeneration_HeldOutEpisodes_KeepTheirShare()
    {
        var island = NewIsland(new FakeEvaluator(Task), options: new IslandOptions { HeldOutShare = 0.1 });
        var rescored = 0;
        for (var i = 0; i < 300; i++)
        {
            var before = island.HeldOutEpisodes;
            var report = island.RunGeneration(Sample.Noon, CancellationToken.None);
            rescored += report.RescoreMicros is null ? 0 : RescoreSeeds.Count;
            Assert.True(
                island.HeldOutEpisodes == before || island.HeldOutEpisodes - rescored <= 0.1 * island.Evaluations,
                $"{island.HeldOutEpisodes} of {island.Evaluations} episodes are held out.");
        }

        Assert.True(island.HeldOutEpisodes >= 100);
    }

    [Fact]
    public void RunGeneration_GoodHeldOutAndBadRescore_IsNotSolved()
    {
        var rescore = new HashSet<uint>();
        var island = NewIsland(new FakeEvaluator(Task, (genome, seed) =>
        {
            // Known only once the elite is: every genome's re-score seeds are bad ones.
            var seeds = new uint[RescoreSeeds.Count];
            if (rescore.Count == 0)
            {
                RescoreSeeds.For(Task.Id, Genome.IdOf(Task.Layout, genome), seeds);
                return seeds.Contains(seed) ? -1 : 0;
            }

            return 0;
        }));
        var report = island.RunGeneration(Sample.Noon, CancellationToken.None);
        while (report.NewElite is null)
            report = island.RunGeneration(Sample.Noon, CancellationToken.None);
        Assert.Equal((0L, -1_000_000L, false), (report.NewElite.ScoreMicros, report.RescoreMicros, report.Solved));
    }

    [Fact]
    public void RunGeneration_SameTaskAndNode_GivesTheSameBits()
    {
        var first = NewIsland(new FakeEvaluator(Task));
        var second = NewIsland(new FakeEvaluator(Task));
        Run(first, 80);
        Run(second, 80);
        Assert.Equal(first.Snapshot(), second.Snapshot());
    }

    [Fact]
    public void RunGeneration_AnotherNodeOrIndex_SearchesOtherwise()
    {
        var snapshots = new[] { (0, 0), (1, 0), (0, 1) }
            .Select(place =>
            {
                var island = new Island(
                    Task, Sample.Node(place.Item1), place.Item2, new FakeEvaluator(Task), Options);
                return island.RunGeneration(Sample.Noon, CancellationToken.None).BestFitness;
            })
            .ToArray();
        Assert.Equal(3, snapshots.Distinct().Count());
    }

    [Fact]
    public void Restore_AtAnyGeneration_GoesOnBitForBit()
    {
        var whole = NewIsland(new FakeEvaluator(Task));
        var resumed = NewIsland(new FakeEvaluator(Task));
        for (var i = 0; i < 90; i++)
        {
            if (i % 13 == 5)
            {
                whole.Inject(Received(1000 + i, -9 + (i / 20.0)));
                resumed.Inject(Received(1000 + i, -9 + (i / 20.0)));
            }

            resumed = Restored(resumed);
            var expected = whole.RunGeneration(Sample.Noon, CancellationToken.None);
            var actual = resumed.RunGeneration(Sample.Noon, CancellationToken.None);
            Assert.Equal(expected.BestFitness, actual.BestFitness);
            Assert.Equal(expected.NewElite?.Id, actual.NewElite?.Id);
            Assert.Equal(whole.Snapshot(), resumed.Snapshot());
        }

        Assert.NotNull(whole.BestKnown);
    }

    [Fact]
    public void RunGeneration_CancelledAtAnyEvaluation_RunsTheSameGenerationAgain()
    {
        var calm = NewIsland(new FakeEvaluator(Task));
        var evaluator = new FakeEvaluator(Task);
        var disturbed = NewIsland(evaluator);
        using var source = new CancellationTokenSource();
        var cancellations = 0;
        for (var i = 0; i < 80; i++)
        {
            // Odd calls are cancelled: training, each look of a held-out run, and re-scores all come to be odd.
            evaluator.BeforeEvaluate = call =>
            {
                if ((call + cancellations) % 2 == 1 && cancellations++ < 60)
                    throw new OperationCanceledException();
            };
            calm.RunGeneration(Sample.Noon, CancellationToken.None);
            for (var isDone = false; !isDone;)
            {
                try
                {
                    disturbed.RunGeneration(Sample.Noon, source.Token);
                    isDone = true;
                }
                catch (OperationCanceledException)
                {
                    disturbed = Restored(disturbed, evaluator);
                }
            }

            Assert.Equal(calm.Snapshot(), disturbed.Snapshot());
        }

        Assert.True(cancellations > 20);
    }

    [Fact]
    public void RunGeneration_ReturnsWithoutAMean_GoesOn()
    {
        var island = NewIsland(new FakeEvaluator(Task, (_, seed) => seed % 3 == 0 ? double.NaN : 1));
        Run(island, 60);
        Assert.Equal(60, island.Generation);
        Assert.Null(island.BestKnown);
    }

    [Fact]
    public void IsBudgetSpent_AfterTheBudget_IsTrue()
    {
        var task = ManifestText.Task(ManifestText.With("budget", """{"evaluations":400}"""));
        var island = new Island(task, Sample.Node(0), 0, new FakeEvaluator(task), Options);
        for (var i = 0; i < 4; i++)
        {
            Assert.False(island.IsBudgetSpent);
            island.RunGeneration(Sample.Noon, CancellationToken.None);
        }

        Assert.True(island.IsBudgetSpent);
    }

    [Fact]
    public void Restore_DamagedBytes_IsAnErrorAndNeverThrows()
    {
        var island = NewIsland(new FakeEvaluator(Task));
        Run(island, 40);
        var bytes = island.Snapshot();
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x10;
            Assert.False(Restore(damaged, 0).IsOk, $"Byte {i} may be anything.");
            Assert.False(Restore(bytes.AsSpan(0, i), 0).IsOk);
        }

        Assert.False(Restore([.. bytes, 0], 0).IsOk);
        Assert.Equal("$.key", Restore(bytes, node: 1).Errors[0].Path);
        Assert.True(Restore(bytes, 0).IsOk);
    }

    internal static Elite Received(int number, double score, int origin = 5)
    {
        var genome = new float[Task.Layout.ParameterCount];
        Array.Fill(genome, 0.1f + (number / 10000f));
        return Sample.Elite(number, score, origin) with
        {
            Id = Genome.IdOf(Task.Layout, genome),
            Task = Task.Id,
            Genome = genome,
            Source = EliteSource.Received,
        };
    }

    private static Island NewIsland(FakeEvaluator evaluator, IslandOptions? options = null) =>
        new(Task, Sample.Node(0), 0, evaluator, options ?? Options);

    private static Island Restored(Island island, FakeEvaluator? evaluator = null) =>
        Island.Restore(Task, Sample.Node(0), 0, evaluator ?? new FakeEvaluator(Task), Options, island.Snapshot()).Value;

    private static Core.Results.Result<Island> Restore(ReadOnlySpan<byte> bytes, int node) =>
        Island.Restore(Task, Sample.Node(node), 0, new FakeEvaluator(Task), Options, bytes);

    private static void Run(Island island, int generations)
    {
        for (var i = 0; i < generations; i++)
            island.RunGeneration(Sample.Noon, CancellationToken.None);
    }

    private static List<GenerationReport> RunUntilSolved(Island island)
    {
        var reports = new List<GenerationReport>();
        do
        {
            reports.Add(island.RunGeneration(Sample.Noon, CancellationToken.None));
            Assert.True(reports.Count < 1000, "The sphere is not solved.");
        }
        while (!reports[^1].Solved);
        return reports;
    }
}
