using Gaia.Worlds.Functions.Bbob;

namespace Gaia.Worlds.Tests.Functions.Bbob;

public sealed class BbobDrawsTests
{
    [Fact]
    public void Uniform_LongerDraw_BeginsLikeTheShorter()
    {
        var few = new double[10];
        var many = new double[500];

        BbobDraws.Uniform(10_001, few);
        BbobDraws.Uniform(10_001, many);

        Assert.Equal(few, many[..10]);
    }

    [Fact]
    public void Uniform_SeedBelowOne_CountsAsOne()
    {
        var one = new double[5];
        var zero = new double[5];

        BbobDraws.Uniform(1, one);
        BbobDraws.Uniform(0, zero);

        Assert.Equal(one, zero);
    }

    [Fact]
    public void Uniform_ManyDraws_FillTheInterval()
    {
        var values = new double[20_000];

        BbobDraws.Uniform(24, values);

        Assert.All(values, value => Assert.InRange(value, 0.0, 1.0));
        Assert.Equal(0.5, values.Average(), 0.01);
        Assert.Equal(1.0 / 12.0, values.Select(value => (value - 0.5) * (value - 0.5)).Average(), 0.002);
    }

    [Fact]
    public void Gaussian_ManyDraws_HaveMeanZeroAndVarianceOne()
    {
        double[] values = BbobDraws.Gaussian(24, 20_000);

        Assert.Equal(0.0, values.Average(), 0.03);
        Assert.Equal(1.0, values.Select(value => value * value).Average(), 0.04);
    }

    [Fact]
    public void Optimum_AnySeed_LiesOnTheGridAndNeverAtZero()
    {
        for (int seed = 1; seed < 50; seed++)
        {
            Assert.All(BbobDraws.Optimum(seed, 40), value =>
            {
                Assert.InRange(value, -4.0, 4.0);
                Assert.NotEqual(0.0, value);
            });
        }
    }

    [Fact]
    public void BestValue_ManySeeds_IsInHundredthsWithinAThousand()
    {
        double[] values = [.. Enumerable.Range(1, 2000).Select(seed => BbobDraws.BestValue(seed))];

        Assert.All(values, value =>
        {
            Assert.InRange(value, -1000.0, 1000.0);
            Assert.Equal(Math.Round(value * 100.0), value * 100.0, 1e-9);
        });
        Assert.Contains(1000.0, values);
        Assert.Contains(-1000.0, values);
    }
}
