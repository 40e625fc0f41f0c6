using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class FitnessHistoryTests
{
    [Fact]
    public void Ring_Overfilled_HoldsTheNewest()
    {
        var ring = new FitnessRing(5);
        var scratch = new double[5];
        for (var i = 0; i < 12; i++)
            ring.Add(i);
        Assert.Equal(5, ring.Count);
        Assert.Equal(4, ring.Range());
        Assert.Equal(9, ring.Median(0, 5, scratch));
        Assert.Equal(10.5, ring.Median(0, 2, scratch));
        Assert.Equal(8, ring.Median(2, 3, scratch));
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.Median(3, 3, scratch));
    }

    [Fact]
    public void RangeOfRecentBest_BeforeTenGenerations_IsInfinite()
    {
        var history = new FitnessHistory(new StrategyParameters(3, 1, 4, active: true));
        for (var generation = 1; generation <= 9; generation++)
            history.Add([1, 2, 3, 0], [2, 1, 0, 3], generation);
        Assert.Equal(double.PositiveInfinity, history.RangeOfRecentBest());
        history.Add([1, 2, 3.5, 0], [2, 1, 0, 3], 10);
        Assert.Equal(0.5, history.RangeOfRecentBest());
    }

    [Theory]
    [InlineData(0.0, true)]
    [InlineData(1e-9, false)]
    public void HasStagnated_WithAndWithoutSlowProgress_TellsThemApart(double slope, bool expected)
    {
        var history = new FitnessHistory(new StrategyParameters(2, 1, 6, active: true));
        var stagnated = false;
        for (var generation = 1; generation <= 3000; generation++)
        {
            // A new best at first, so that the best ever lies far back where nothing improves.
            var level = (slope * generation) + (generation == 1 && slope == 0 ? 1 : 0);
            history.Add([level, level, level, level, level, level], [0, 1, 2, 3, 4, 5], generation);
            stagnated |= history.HasStagnated(generation);
        }

        Assert.Equal(expected, stagnated);
    }
}
