using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Islands.Tests.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Tests.Scoring;

public sealed class EliteScorerTests
{
    private static readonly TaskDefinition Task = ManifestText.Task(ManifestText.Minimal);
    private static readonly float[] Good = Filled(0.3f);
    private static readonly float[] Bad = Filled(0.9f);

    [Fact]
    public void Score_Genome_IsTheMeanOverItsOwnHundredSeeds()
    {
        var evaluator = new FakeEvaluator(Task);
        var result = new EliteScorer(Task, evaluator).Score(Good, CancellationToken.None);

        var seeds = new uint[100];
        HeldOutSeeds.For(Task.Id, Genome.IdOf(Task.Layout, Good), seeds);
        Assert.Equal(seeds, Assert.Single(evaluator.SeedSets));
        var mean = seeds.Select(seed => FakeEvaluator.Sphere(Good, seed)).Aggregate(0.0, (sum, x) => sum + x) / 100;
        Assert.Equal(FixedPointScore.FromMean(mean), result.ScoreMicros);
        Assert.Equal((100, seeds.Sum(seed => 1 + (seed % 10))), (result.Episodes, result.EnvironmentSteps));
    }

    [Fact]
    public void Score_InStages_IsTheSameScore()
    {
        var whole = new EliteScorer(Task, new FakeEvaluator(Task)).Score(Good, CancellationToken.None);
        var evaluator = new FakeEvaluator(Task);
        var id = Genome.IdOf(Task.Layout, Good);
        var staged = new EliteScorer(Task, evaluator).Score(Good, id, long.MinValue / 2, CancellationToken.None);
        Assert.Equal(whole, staged);
        Assert.Equal([20, 30, 50], evaluator.SeedSets.Select(seeds => seeds.Length));
    }

    [Fact]
    public void Score_HopelessCandidate_IsGivenUpAfterTwentyAndHasNoScore()
    {
        var scorer = new EliteScorer(Task, new FakeEvaluator(Task));
        var result = scorer.Score(Bad, Genome.IdOf(Task.Layout, Bad), 0, CancellationToken.None);
        Assert.Equal((20, (long?)null), (result.Episodes, result.ScoreMicros));
    }

    [Fact]
    public void Score_CandidateJustBelowTheMark_IsNotGivenUpEarly()
    {
        var scorer = new EliteScorer(Task, new FakeEvaluator(Task));
        var mark = scorer.Score(Good, CancellationToken.None).ScoreMicros!.Value + 10_000;
        var result = scorer.Score(Good, Genome.IdOf(Task.Layout, Good), mark, CancellationToken.None);
        Assert.Equal(100, result.Episodes);
        Assert.True(result.ScoreMicros < mark);
    }

    [Fact]
    public void Score_TruthAboveTheMark_IsRarelyGivenUp()
    {
        // 300 candidates whose mean is exactly at the mark's height plus a standard error: three deviations keep them.
        var lost = 0;
        for (var salt = 0u; salt < 300; salt++)
        {
            var shift = salt * 7919;
            var evaluator = new FakeEvaluator(
                Task, (_, seed) => FakeEvaluator.Sphere(Good, (seed + shift) % (1U << 31)));
            var result = new EliteScorer(Task, evaluator)
                .Score(Good, Genome.IdOf(Task.Layout, Good), -15_000, CancellationToken.None);
            lost += result.ScoreMicros is null ? 1 : 0;
        }

        Assert.InRange(lost, 0, 3);
    }

    [Fact]
    public void Score_ReturnsWithoutAMean_GiveNoScore()
    {
        var scorer = new EliteScorer(Task, new FakeEvaluator(Task, (_, _) => double.NaN));
        Assert.Equal(
            new HeldOutResult(null, 100, scorer.Score(Good, CancellationToken.None).EnvironmentSteps),
            scorer.Score(Good, CancellationToken.None));
    }

    [Fact]
    public void Rescore_Genome_RunsTheSecondHundred()
    {
        var evaluator = new FakeEvaluator(Task);
        var result = new EliteScorer(Task, evaluator).Rescore(Good, CancellationToken.None);
        var seeds = new uint[100];
        RescoreSeeds.For(Task.Id, Genome.IdOf(Task.Layout, Good), seeds);
        Assert.Equal(seeds, Assert.Single(evaluator.SeedSets));
        Assert.Equal(100, result.Episodes);
    }

    [Fact]
    public void Rejects_EvaluatorOfAnotherLayout()
    {
        var other = ManifestText.Task(ManifestText.Full);
        Assert.Throws<ArgumentException>(() => new EliteScorer(Task, new FakeEvaluator(other)));
    }

    [Theory]
    [InlineData(475_000_000L, 475_000_000L, true)]
    [InlineData(475_000_000L, 474_999_999L, false)]
    [InlineData(474_999_999L, 500_000_000L, false)]
    [InlineData(475_000_000L, null, false)]
    public void IsSolved_NeedsBothScores(long score, long? rescore, bool solved) =>
        Assert.Equal(solved, SolvedRule.IsSolved(Task, score, rescore));

    [Theory]
    [InlineData(212_000_000L, 212_000_000L, true)]
    [InlineData(220_000_000L, 204_000_000L, true)]
    [InlineData(212_000_000L, 211_999_999L, false)]
    [InlineData(250_000_000L, 199_999_999L, false)]
    public void IsSolved_TaskWithMargin_NeedsTheMeanOfBothAboveIt(long score, long rescore, bool solved)
    {
        var task = ManifestText.Task(
            """
            {"schema":"gaia.task/1","name":"t","world":{"id":"LunarLander-v3"},"solved":{"score":200,"margin":12}}
            """);
        Assert.Equal(solved, SolvedRule.IsSolved(task, score, rescore));
    }

    private static float[] Filled(float value)
    {
        var genome = new float[Task.Layout.ParameterCount];
        Array.Fill(genome, value);
        return genome;
    }
}
