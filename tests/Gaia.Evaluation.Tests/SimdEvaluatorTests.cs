using Gaia.Evaluation.Tests.Worlds;
using Gaia.Policies;

namespace Gaia.Evaluation.Tests;

public sealed class SimdEvaluatorTests : EpisodeEvaluatorTests
{
    /// <summary>Any number of groups gives the same bits.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Evaluate_AnyGroups_EqualsTheReference(int groups)
    {
        var genomes = Samples.Population(Samples.Drift, 9);
        // From one episode, through groups that are filled in part, to many times the slots.
        foreach (var count in (int[])[1, 2, 3, 7, 8, 9, 40])
        {
            var seeds = Samples.Seeds(count);
            var (expected, actual) = (new EpisodeResult[9 * count], new EpisodeResult[9 * count]);
            using var scalar = ScalarEvaluator.For<DriftWorld, DriftState>(Samples.Drift, 1);
            using var simd = SimdEvaluator.For<DriftWorld, DriftState>(Samples.Drift, 2, groups);
            scalar.Evaluate(genomes, seeds, expected, CancellationToken.None);
            simd.Evaluate(genomes, seeds, actual, CancellationToken.None);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Evaluate_OtherGenomesUnderTheSameNumbers_LoadsThemAnew()
    {
        using var evaluator = SimdEvaluator.For<DriftWorld, DriftState>(Samples.Drift, 1, groups: 1);
        using var fresh = SimdEvaluator.For<DriftWorld, DriftState>(Samples.Drift, 1, groups: 1);
        var genomes = Samples.Population(Samples.Drift, 4);
        var (first, second, expected) = (new EpisodeResult[20], new EpisodeResult[20], new EpisodeResult[20]);
        evaluator.Evaluate(genomes, Samples.Seeds(5), first, CancellationToken.None);
        Array.Reverse(genomes);
        evaluator.Evaluate(genomes, Samples.Seeds(5), second, CancellationToken.None);
        fresh.Evaluate(genomes, Samples.Seeds(5), expected, CancellationToken.None);
        Assert.Equal(expected, second);
        Assert.NotEqual(first, second);
    }

    protected override EvaluationForm Form => EvaluationForm.Simd;

    protected override IEvaluator New<TWorld, TState>(MlpLayout layout, int threads) =>
        SimdEvaluator.For<TWorld, TState>(layout, threads, groups: 2);
}
