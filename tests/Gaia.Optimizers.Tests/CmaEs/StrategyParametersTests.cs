using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class StrategyParametersTests
{
    /// <summary>What pycma 4.4 prints for twenty dimensions and its default population.</summary>
    [Fact]
    public void Constants_InTwentyDimensions_AreThoseOfPycma()
    {
        var parameters = new StrategyParameters(20, 1, 0, active: true);

        double[] weights =
        [
            0.4024029428, 0.2533890840, 0.1662215645, 0.1043752252, 0.05640347757, 0.01720770576,
            -0.05018713636, -0.1406167894, -0.2203813963, -0.2917332686, -0.3562788884, -0.4152044225,
        ];
        Assert.Equal(12, parameters.Population);
        Assert.Equal(6, parameters.Weights.ParentCount);
        Assert.Equal(0.00437235, parameters.RankOneRate, 1e-8);
        Assert.Equal(0.00921656, parameters.RankMuRate, 1e-8);
        Assert.Equal(0.171767, parameters.PathRate, 1e-6);
        Assert.Equal(weights.Length, parameters.Weights.Values.Length);
        for (var i = 0; i < weights.Length; i++)
            Assert.Equal(weights[i], parameters.Weights.Values[i], 1e-9);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 6)]
    [InlineData(10, 10)]
    [InlineData(20, 12)]
    [InlineData(40, 15)]
    [InlineData(212, 20)]
    [InlineData(2048, 26)]
    public void Population_OfZero_FollowsTheDimension(int dimension, int expected) =>
        Assert.Equal(expected, new StrategyParameters(dimension, 1, 0, active: true).Population);

    [Fact]
    public void ExpectedNormalLength_InFewAndManyDimensions_IsTheRatioOfGammas()
    {
        Assert.Equal(Math.Sqrt(2 / Math.PI), Expected(1), 1e-15);
        Assert.Equal(Math.Sqrt(Math.PI / 2), Expected(2), 1e-15);
        Assert.Equal(2 * Math.Sqrt(2 / Math.PI), Expected(3), 1e-15);

        // Stirling's series: sqrt(n) (1 - 1/4n + 1/32n^2 + 5/128n^3).
        const double N = 1000;
        var series = Math.Sqrt(N) * (1 - (1 / (4 * N)) + (1 / (32 * N * N)) + (5 / (128 * N * N * N)));
        Assert.Equal(series, Expected(1000), 1e-10);

        static double Expected(int n) => new StrategyParameters(n, 1, 4, active: true).ExpectedNormalLength;
    }

    [Fact]
    public void Rates_OverManySizes_StayInTheirRanges()
    {
        foreach (var dimension in (int[])[1, 2, 3, 7, 36, 212, 1000])
        {
            foreach (var population in (int[])[0, 4, 5, 20, 64, 501, 4000])
            {
                var p = new StrategyParameters(dimension, 1, population, active: true);
                Assert.InRange(p.RankOneRate, 0, 1);
                Assert.InRange(p.RankMuRate, 0, 1 - p.RankOneRate);
                Assert.InRange(p.PathRate, 0, 1);
                Assert.InRange(p.StepSizePathRate, 0, 1);
                Assert.True(p.StepSizeDamping >= 1);
                Assert.True(p.DecompositionGap > 0);
                Assert.True(p.HistoryLength >= 10);
            }
        }
    }
}
