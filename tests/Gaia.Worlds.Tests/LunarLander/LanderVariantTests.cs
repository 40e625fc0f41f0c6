using Gaia.Worlds.LunarLander;

namespace Gaia.Worlds.Tests.LunarLander;

public sealed class LanderVariantTests
{
    [Fact]
    public void Step_FullThrottles_EqualTheChoicesToTheBit()
    {
        WorldAction[] throttles = [Throttle(0, 0), Throttle(0, -1), Throttle(1, 0), Throttle(0, 1)];
        LunarLanderState discrete = default;
        LunarLanderState continuous = default;
        var first = new float[LanderDynamics.ObservationSize];
        var second = new float[LanderDynamics.ObservationSize];
        Reset<DiscreteControls, StillAir>(ref discrete, 21, first);
        Reset<ContinuousControls, StillAir>(ref continuous, 21, second);

        for (int t = 0; t < 60; t++)
        {
            Assert.Equal(first, second);
            int choice = t * t % 4;
            Assert.Equal(
                Step<DiscreteControls, StillAir>(ref discrete, new WorldAction { Index = choice }, first),
                Step<ContinuousControls, StillAir>(ref continuous, throttles[choice], second));
        }
    }

    [Fact]
    public void Step_PowerlessWind_IsStillAirButForItsDraws()
    {
        LunarLanderState state = default;
        LunarLanderState still = default;
        WorldArguments powerless = LanderArgumentsOf(-10.0, 0.0, 0.0);
        var observation = new float[LanderDynamics.ObservationSize];
        LunarLanderWorld<DiscreteControls, WindyAir>.Reset(ref state, 22, in powerless, observation);
        LunarLanderWorld<DiscreteControls, WindyAir>.Step(ref state, default, observation);
        Reset<DiscreteControls, StillAir>(ref still, 22, observation);
        Step<DiscreteControls, StillAir>(ref still, default, observation);

        Assert.NotEqual(still.Random, state.Random);
        Assert.Equal(
            still.World.Bodies[LanderGeometry.Hull].Velocity, state.World.Bodies[LanderGeometry.Hull].Velocity);
    }

    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    public void Step_LegTouches_WindAndItsPlacesPause(bool left, bool right, int advance)
    {
        LunarLanderState state = default;
        var observation = new float[LanderDynamics.ObservationSize];
        Reset<DiscreteControls, WindyAir>(ref state, 23, observation);
        LanderWind before = state.Wind;
        state.World.Bodies[LanderGeometry.LeftLeg].TouchFlag = left;
        state.World.Bodies[LanderGeometry.RightLeg].TouchFlag = right;

        Step<DiscreteControls, WindyAir>(ref state, default, observation);

        Assert.Equal(before.ForceIndex + advance, state.Wind.ForceIndex);
        Assert.Equal(before.TorqueIndex + advance, state.Wind.TorqueIndex);
    }

    [Fact]
    public void Blow_AtIndexZero_IsNothingAndAtThePeakIsNearlyAllPower()
    {
        LunarLanderState state = default;
        Reset<DiscreteControls, WindyAir>(ref state, 24, new float[LanderDynamics.ObservationSize]);
        ref var hull = ref state.World.Bodies[LanderGeometry.Hull];
        state.Wind.ForceIndex = 0;
        state.Wind.TorqueIndex = 62;

        state.Wind.Blow(ref hull);

        // tanh(sin 1.24 + sin 1.9478) of the largest torque.
        Assert.Equal(0.0f, hull.Force.X);
        Assert.Equal(1.5 * 0.9541, hull.Torque, 1e-3);
    }

    [Fact]
    public void Reset_WeakGravity_FallsSlowly()
    {
        float slow = FallSpeedAfter(LanderArgumentsOf(-1.0, 0.0, 0.0));
        float fast = FallSpeedAfter(LanderArgumentsOf(-11.0, 0.0, 0.0));

        // 20 steps of a 50th of a second, in observation units of 7.5 metres a second.
        Assert.Equal(10.0 * 20 / 50 * 6.6666 / 50, slow - fast, 1e-2);
    }

    [Theory]
    [InlineData("LunarLander-v3", "gravity")]
    [InlineData("LunarLander-v3-continuous", "gravity")]
    [InlineData("LunarLander-v3-wind", "gravity wind_power turbulence_power")]
    [InlineData("LunarLander-v3-continuous-wind", "gravity wind_power turbulence_power")]
    public void Info_OfEachVariant_HasGymnasiumsArguments(string id, string arguments)
    {
        Assert.True(WorldCatalog.TryFind(id, out WorldInfo? info));
        Assert.Equal(arguments, string.Join(' ', info.Arguments.Select(argument => argument.Name)));
        Assert.Equal(
            id.Contains("continuous", StringComparison.Ordinal) ? (ActionKind.Continuous, 2) : (ActionKind.Discrete, 4),
            (info.ActionKind, info.ActionSize));
        Assert.All([-11.99, -1e-9], gravity => Assert.True(info.Arguments[0].Allows(gravity)));
        Assert.All([-12.0, 0.0, -0.0, double.NaN], gravity => Assert.False(info.Arguments[0].Allows(gravity)));
    }

    private static float FallSpeedAfter(WorldArguments arguments)
    {
        LunarLanderState state = default;
        var observation = new float[LanderDynamics.ObservationSize];
        LunarLanderWorld<DiscreteControls, StillAir>.Reset(ref state, 25, in arguments, observation);
        for (int t = 0; t < 19; t++)
            LunarLanderWorld<DiscreteControls, StillAir>.Step(ref state, default, observation);
        return observation[3];
    }

    private static WorldArguments LanderArgumentsOf(double gravity, double wind, double turbulence)
    {
        WorldArguments arguments = default;
        arguments[LanderArguments.Gravity] = gravity;
        arguments[LanderArguments.WindPower] = wind;
        arguments[LanderArguments.TurbulencePower] = turbulence;
        return arguments;
    }

    private static WorldAction Throttle(float main, float side)
    {
        WorldAction action = default;
        action.Values[0] = main;
        action.Values[1] = side;
        return action;
    }

    private static void Reset<TControls, TAir>(ref LunarLanderState state, uint seed, float[] observation)
        where TControls : struct, ILanderControls
        where TAir : struct, ILanderAir =>
        LunarLanderWorld<TControls, TAir>.Reset(
            ref state, seed, LunarLanderWorld<TControls, TAir>.Info.DefaultArguments, observation);

    private static Transition Step<TControls, TAir>(
        ref LunarLanderState state, WorldAction action, float[] observation)
        where TControls : struct, ILanderControls
        where TAir : struct, ILanderAir =>
        LunarLanderWorld<TControls, TAir>.Step(ref state, in action, observation);
}
