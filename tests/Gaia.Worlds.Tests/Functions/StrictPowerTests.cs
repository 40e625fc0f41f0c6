using Gaia.Core.Random;
using Gaia.Worlds.Functions;

namespace Gaia.Worlds.Tests.Functions;

public sealed class StrictPowerTests
{
    [Theory]
    [InlineData(2.0, 10.0, 1024.0)]
    [InlineData(10.0, 3.0, 1000.0)]
    [InlineData(1e6, 0.5, 1000.0)]
    [InlineData(32.0, 0.2, 2.0)]
    [InlineData(4.0, -0.5, 0.5)]
    [InlineData(3.0, 0.0, 1.0)]
    [InlineData(0.0, 0.0, 1.0)]
    [InlineData(0.0, 0.3, 0.0)]
    [InlineData(0.7, 1.0, 0.7)]
    [InlineData(1.0, 123.4, 1.0)]
    public void Of_KnownPowers_IsExact(double @base, double exponent, double expected) =>
        Assert.Equal(expected, StrictPower.Of(@base, exponent));

    [Fact]
    public void Of_ManyArguments_IsWithinOneUnitOfTheLastPlace()
    {
        var random = NumpyGenerator.FromSeed(1);
        for (int i = 0; i < 20_000; i++)
        {
            double @base = Math.Exp(random.Uniform(-30, 30));
            double exponent = random.Uniform(-8, 8);
            double expected = Math.Pow(@base, exponent);
            double actual = StrictPower.Of(@base, exponent);
            Assert.True(
                Math.Abs(actual - expected) <= Math.BitIncrement(expected) - expected,
                $"{@base:R}^{exponent:R} is {actual:R}, expected {expected:R}");
        }
    }

    [Fact]
    public void Log_ManyArguments_IsWithinOneUnitOfTheLastPlace()
    {
        var random = NumpyGenerator.FromSeed(2);
        for (int i = 0; i < 20_000; i++)
        {
            double x = i % 2 == 0 ? random.Uniform(0, 3) : Math.Exp(random.Uniform(-700, 700));
            double expected = Math.Log(x);
            double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            Assert.True(Math.Abs(StrictPower.Log(x) - expected) <= unit, $"ln {x:R}");
        }
    }

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(1.0, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log_Ends_AreThoseOfTheLogarithm(double x, double expected) =>
        Assert.Equal(expected, StrictPower.Log(x));

    [Theory]
    [InlineData(1e300, 5.0, double.PositiveInfinity)]
    [InlineData(1e300, -5.0, 0.0)]
    [InlineData(double.PositiveInfinity, 0.1, double.PositiveInfinity)]
    public void Of_BeyondTheRange_SaturatesLikeAPower(double @base, double exponent, double expected) =>
        Assert.Equal(expected, StrictPower.Of(@base, exponent));

    [Fact]
    public void Spread_ThreeFactors_RunFromOneToTheBase()
    {
        Assert.Equal([1.0, 10.0, 100.0], StrictPower.Spread(100.0, 3));
        Assert.Equal([1.0], StrictPower.Spread(100.0, 1));
    }
}
