using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Tests.Functions.Bbob;

public sealed class StepTests
{
    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0, 1.0)]
    [InlineData(-1.0, -1.0)]
    public void Oscillate_FixedPoints_Stay(double x, double expected) =>
        Assert.Equal(expected, OscillationStep.Oscillate(x));

    [Fact]
    public void Oscillate_GrowingNumbers_KeepsOrderAndSign()
    {
        double last = double.NegativeInfinity;
        for (double x = -6.0; x <= 6.0; x += 0.001)
        {
            double value = OscillationStep.Oscillate(x);
            Assert.True(value > last);
            Assert.Equal(Math.Sign(x), Math.Sign(value));
            last = value;
        }
    }

    [Fact]
    public void Asymmetry_OfFourInTheLastOfThree_IsItsPowerAndNegativesStay()
    {
        var to = new double[3];

        new AsymmetryStep(0.5).Apply([4.0, -4.0, 4.0], to);

        Assert.Equal([4.0, -4.0, 16.0], to);
    }

    [Fact]
    public void Skew_PositiveEvenVariables_AreTenTimesSteeper()
    {
        var to = new double[3];

        new SkewStep(3).Apply([1.0, 1.0, -1.0], to);

        Assert.Equal(10.0, to[0]);
        Assert.Equal(Math.Sqrt(Math.Sqrt(10.0)), to[1], 1e-15);
        Assert.Equal(-Math.Sqrt(10.0), to[2], 1e-15);
    }

    [Fact]
    public void Neighbour_OffByFour_GivesAQuarterOn()
    {
        var to = new double[3];

        new NeighbourStep(2.0).Apply([6.0, 2.0, 5.0], to);

        Assert.Equal([6.0, 3.0, 5.0], to);
    }

    [Fact]
    public void Linear_WithOffset_AddsItToEveryRow()
    {
        var to = new double[2];

        new LinearStep([1.0, 2.0, 3.0, 4.0], offset: 0.5).Apply([1.0, -1.0], to);

        Assert.Equal([-0.5, -0.5], to);
    }
}
