using FsCheck;
using FsCheck.Fluent;
using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class RecombinationWeightsTests
{
    private static readonly Arbitrary<(int Population, int Dimension)> Sizes = (
        from population in Gen.Choose(2, 600)
        from dimension in Gen.Choose(1, 400)
        select (population, dimension)).ToArbitrary();

    [Fact]
    public void Positives_OfAnyPopulation_SumToOneAndFall() => Prop.ForAll(Sizes, size =>
    {
        var weights = new RecombinationWeights(size.Population);
        Assert.Equal(size.Population / 2, weights.ParentCount);
        Assert.Equal(1, weights.Values[..weights.ParentCount].Sum(), 1e-12);
        Assert.All(weights.Values[..weights.ParentCount], weight => Assert.True(weight > 0));
        Assert.All(weights.Values[weights.ParentCount..], weight => Assert.True(weight <= 0));
        for (var i = 1; i < size.Population; i++)
            Assert.True(weights.Values[i] < weights.Values[i - 1]);
        Assert.InRange(weights.EffectiveParents, 1, size.Population);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Negatives_OfAnySize_KeepTheTotalDecayAndDefiniteness() => Prop.ForAll(Sizes, size =>
    {
        var p = new StrategyParameters(size.Dimension, 1, Math.Max(4, size.Population), active: true);
        var negatives = -p.Weights.Values.Where(weight => weight < 0).Sum();
        var allowed = (1 - p.RankOneRate - p.RankMuRate) / (p.Dimension * p.RankMuRate);
        Assert.True(negatives <= allowed + 1e-12);
        Assert.True(p.RankMuRate * negatives <= p.RankOneRate + p.RankMuRate + 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Negatives_WithActiveOff_AreZero()
    {
        var p = new StrategyParameters(10, 1, 11, active: false);
        Assert.All(p.Weights.Values[p.Weights.ParentCount..], weight => Assert.Equal(0, weight));
        Assert.Equal(1, p.Weights.Values.Sum(), 1e-12);
    }

    [Fact]
    public void MiddleRank_OfAnOddPopulation_WeighsNothing() =>
        Assert.Equal(0, new RecombinationWeights(21).Values[10]);
}
