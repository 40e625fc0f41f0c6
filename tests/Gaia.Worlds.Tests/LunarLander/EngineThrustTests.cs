using Gaia.Worlds.LunarLander;

namespace Gaia.Worlds.Tests.LunarLander;

public sealed class EngineThrustTests
{
    [Theory]
    [InlineData(-1f, 0.0)]
    [InlineData(0f, 0.0)]
    [InlineData(0.5f, 0.75)]
    [InlineData(1f, 1.0)]
    [InlineData(1.5f, 1.0)]
    [InlineData(float.Epsilon, 0.5)]
    [InlineData(float.NegativeInfinity, 0.0)]
    public void FromThrottles_MainThrottle_IsHalfToFullPowerAboveZero(float throttle, double power) =>
        Assert.Equal(power, EngineThrust.FromThrottles(throttle, 0f).MainPower);

    [Theory]
    [InlineData(0f, 0.0, null)]
    [InlineData(0.5f, 0.0, null)]
    [InlineData(-0.5f, 0.0, null)]
    [InlineData(0.75f, 0.75, 1.0)]
    [InlineData(-0.75f, 0.75, -1.0)]
    [InlineData(1.4f, 1.0, 1.0)]
    [InlineData(-7f, 1.0, -1.0)]
    public void FromThrottles_SideThrottle_FiresBeyondHalf(float throttle, double power, double? direction)
    {
        EngineThrust thrust = EngineThrust.FromThrottles(0f, throttle);

        Assert.Equal(power, thrust.SidePower);
        if (direction is not null)
            Assert.Equal(direction, thrust.SideDirection);
    }

    /// <summary>The throttle is widened before it is scaled: 0.1f is not 0.1.</summary>
    [Fact]
    public void FromThrottles_Throttles_AreScaledInDoublePrecision()
    {
        EngineThrust thrust = EngineThrust.FromThrottles(0.1f, 0.9f);

        Assert.Equal((0.1f + 1.0) * 0.5, thrust.MainPower);
        Assert.Equal((double)0.9f, thrust.SidePower);
    }
}
