namespace Gaia.Worlds.Tests.Samples;

public sealed class TwoSpiralsSetTests
{
    private readonly SampleRun _run = SampleRun.Of("two-spirals", 0, (_, target) => target);

    [Fact]
    public void Present_AllPoints_AreNinetySevenAndTheirMirrorImages()
    {
        Assert.Equal(194, _run.Inputs.Count);
        for (int i = 0; i < 194; i += 2)
        {
            Assert.Equal((1f, -1f), (_run.Targets[i], _run.Targets[i + 1]));
            Assert.Equal([-_run.Inputs[i][0], -_run.Inputs[i][1]], _run.Inputs[i + 1]);
        }
    }

    /// <summary>Six half turns inwards from (0, 6.5), in steps of 11.25 degrees and of a 104th of the radius.</summary>
    [Theory]
    [InlineData(0, 0.0, 6.5)]
    [InlineData(8, 6.0, 0.0)]
    [InlineData(16, 0.0, -5.5)]
    [InlineData(24, -5.0, 0.0)]
    [InlineData(32, 0.0, 4.5)]
    [InlineData(44, 2.6516504294495533, -2.6516504294495533)]
    [InlineData(96, 0.0, 0.5)]
    public void Present_PointsOfTheFirstSpiral_LieOnTheFormula(int point, double x, double y)
    {
        Assert.Equal(x, _run.Inputs[2 * point][0], 1e-6);
        Assert.Equal(y, _run.Inputs[2 * point][1], 1e-6);
    }

    [Fact]
    public void Score_PointsJustWithinFourTenths_IsSolvedAndJustBeyondIsNot()
    {
        double within = SampleRun.Of("two-spirals", 0, (_, target) => target * 0.201f).Return;
        double oneBeyond = SampleRun.Of("two-spirals", 0, (i, target) => i == 7 ? target * 0.199f : target).Return;

        Assert.Equal(194.6, within, 1e-3);
        Assert.InRange(oneBeyond, 193.99, 194.0 - 1e-9);
    }
}
