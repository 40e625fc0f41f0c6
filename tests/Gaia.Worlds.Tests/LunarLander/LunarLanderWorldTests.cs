using Gaia.Worlds.LunarLander;

namespace Gaia.Worlds.Tests.LunarLander;

public sealed class LunarLanderWorldTests
{
    [Fact]
    public void Step_FreeFall_CrashesForMinusHundred()
    {
        LunarLanderState state = default;
        var observation = new float[8];
        LunarLanderWorld.Reset(ref state, 11, LunarLanderWorld.Info.DefaultArguments, observation);

        Transition last = Run(ref state, observation, 0, 400);

        Assert.True(last.Terminated);
        Assert.Equal(-100.0, last.Reward);
        Assert.True(state.World.Bodies[LanderGeometry.Hull].HasTouched || Math.Abs(observation[0]) >= 1.0f);
    }

    [Fact]
    public void Step_HullFallsAsleep_PaysHundredEvenAfterACrash()
    {
        LunarLanderState state = default;
        var observation = new float[8];
        LunarLanderWorld.Reset(ref state, 11, LunarLanderWorld.Info.DefaultArguments, observation);
        for (int i = LanderGeometry.Hull; i <= LanderGeometry.RightLeg; i++)
            state.World.Bodies[i].FallAsleep();
        state.World.Bodies[LanderGeometry.Hull].HasTouched = true;

        Transition transition = LunarLanderWorld.Step(ref state, default, observation);

        Assert.Equal(new Transition(100.0, true), transition);
    }

    [Fact]
    public void Step_LegTouches_ObservationShowsTheFlag()
    {
        LunarLanderState state = default;
        var observation = new float[8];
        LunarLanderWorld.Reset(ref state, 12, LunarLanderWorld.Info.DefaultArguments, observation);
        state.World.Bodies[LanderGeometry.LeftLeg].TouchFlag = true;

        LunarLanderWorld.Step(ref state, default, observation);

        Assert.Equal((1.0f, 0.0f), (observation[6], observation[7]));
    }

    [Fact]
    public void Step_MainEngine_PushesUpAndCostsFuel()
    {
        LunarLanderState idle = default;
        LunarLanderState thrust = default;
        var idleObservation = new float[8];
        var thrustObservation = new float[8];
        LunarLanderWorld.Reset(ref idle, 13, LunarLanderWorld.Info.DefaultArguments, idleObservation);
        LunarLanderWorld.Reset(ref thrust, 13, LunarLanderWorld.Info.DefaultArguments, thrustObservation);

        LunarLanderWorld.Step(ref idle, default, idleObservation);
        LunarLanderWorld.Step(ref thrust, new WorldAction { Index = 2 }, thrustObservation);

        Assert.True(thrustObservation[3] > idleObservation[3]);
        Assert.Equal(idle.Random, thrust.Random);
    }

    [Fact]
    public void Step_SideEngines_TurnOppositeWays()
    {
        float left = SpinAfter(1);
        float right = SpinAfter(3);

        Assert.True(left > right, $"left engine {left}, right engine {right}");
    }

    [Fact]
    public void Reset_UsedState_LeavesNoTrace()
    {
        LunarLanderState used = default;
        LunarLanderState fresh = default;
        var usedObservation = new float[8];
        var freshObservation = new float[8];
        LunarLanderWorld.Reset(ref used, 14, LunarLanderWorld.Info.DefaultArguments, usedObservation);
        Run(ref used, usedObservation, 2, 400);

        LunarLanderWorld.Reset(ref used, 15, LunarLanderWorld.Info.DefaultArguments, usedObservation);
        LunarLanderWorld.Reset(ref fresh, 15, LunarLanderWorld.Info.DefaultArguments, freshObservation);
        for (int t = 0; t < 200; t++)
        {
            Assert.Equal(freshObservation, usedObservation);
            var action = new WorldAction { Index = t % 4 };
            Assert.Equal(
                LunarLanderWorld.Step(ref fresh, in action, freshObservation),
                LunarLanderWorld.Step(ref used, in action, usedObservation));
        }
    }

    private static Transition Run(ref LunarLanderState state, float[] observation, int choice, int mostSteps)
    {
        Transition transition = default;
        for (int t = 0; t < mostSteps && !transition.Terminated; t++)
            transition = LunarLanderWorld.Step(ref state, new WorldAction { Index = choice }, observation);
        return transition;
    }

    private static float SpinAfter(int choice)
    {
        LunarLanderState state = default;
        var observation = new float[8];
        LunarLanderWorld.Reset(ref state, 16, LunarLanderWorld.Info.DefaultArguments, observation);
        LunarLanderWorld.Step(ref state, new WorldAction { Index = choice }, observation);
        return observation[5];
    }
}
