using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class StepSizeControlTests
{
    private static readonly StrategyParameters Parameters = new(10, 2, 0, active: true);

    /// <summary>A path longer than a random one raises sigma, a shorter one lowers it; by the equations'
    /// amounts.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(3)]
    public void Adapt_AfterOneStep_FollowsTheEquation(double stepLength)
    {
        var control = new StepSizeControl(Parameters);
        var shift = new double[10];
        shift[3] = stepLength;
        control.MovePath(shift);
        control.Adapt();
        var rate = Parameters.StepSizePathRate;
        var path = Math.Sqrt(rate * (2 - rate) * Parameters.Weights.EffectiveParents) * stepLength;
        var expected = 2 * Math.Exp(rate / Parameters.StepSizeDamping * ((path / Parameters.ExpectedNormalLength) - 1));
        Assert.Equal(expected, control.Sigma, 1e-14);
    }

    [Fact]
    public void Adapt_EndlessPath_RaisesSigmaByAFactorOfEAtMost()
    {
        var control = new StepSizeControl(Parameters);
        control.MovePath([1e9, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        control.Adapt();
        Assert.Equal(2 * Math.E, control.Sigma, 1e-12);
    }

    /// <summary>The path stands still from |psigma|^2 / (1 - (1 - cs)^(2g)) / n = 2 + 4 / (n + 1) on.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void IsPathTooLong_AroundTheThreshold_Switches(long generation)
    {
        var rate = Parameters.StepSizePathRate;
        var fading = 1 - Math.Pow(1 - rate, 2 * generation);
        var threshold = Math.Sqrt((2 + (4 / 11.0)) * 10 * fading);
        var step = threshold / Math.Sqrt(rate * (2 - rate) * Parameters.Weights.EffectiveParents);

        Assert.False(WithPath(step * 0.999).IsPathTooLong(generation));
        Assert.True(WithPath(step * 1.001).IsPathTooLong(generation));
    }

    private static StepSizeControl WithPath(double step)
    {
        var control = new StepSizeControl(Parameters);
        control.MovePath([0, step, 0, 0, 0, 0, 0, 0, 0, 0]);
        return control;
    }
}
