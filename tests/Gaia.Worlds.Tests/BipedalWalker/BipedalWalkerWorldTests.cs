using Gaia.Worlds.BipedalWalker;
using Gaia.Worlds.Physics.Geometry;

namespace Gaia.Worlds.Tests.BipedalWalker;

public sealed class BipedalWalkerWorldTests
{
    private readonly float[] _observation = new float[WalkerDynamics.ObservationSize];
    private BipedalWalkerState _state;

    [Fact]
    public void Step_HullTouches_SetsRewardToMinusHundred()
    {
        Reset(21);
        _state.World.Bodies[WalkerGeometry.Hull].HasTouched = true;

        Assert.Equal(new Transition(-100.0, true), Step(0.5f));
    }

    [Fact]
    public void Step_BehindTheStart_SetsRewardToMinusHundred()
    {
        Reset(21);
        MoveAll(-6.0f);

        Assert.Equal(new Transition(-100.0, true), Step(0.0f));
    }

    [Fact]
    public void Step_BeyondTheFinish_EndsWithTheRewardOfTheWay()
    {
        Reset(21);
        const float Way = 84.5f;
        MoveAll(Way);

        Transition transition = Step(0.0f);

        Assert.True(transition.Terminated);
        Assert.Equal(130 * Way / 30, transition.Reward, 0.1);
    }

    [Fact]
    public void Step_Torque_CostsByItsShareOfFullPower()
    {
        Reset(22);
        BipedalWalkerState before = _state;
        double potential = before.Shaping;
        double reward = Step(0.25f).Reward;

        Assert.Equal(_state.Shaping - potential - (4 * 0.028 * 0.25), reward, 1e-12);
        _state = before;
        reward = Step(-3.0f).Reward;
        Assert.Equal(_state.Shaping - potential - (4 * 0.028), reward, 1e-12);
    }

    [Fact]
    public void Step_LowerLegsTouch_ObservationShowsTheFlags()
    {
        Reset(23);
        MoveAll(0.0f, 4.0f);
        Step(0.0f);
        _state.World.Bodies[WalkerGeometry.FirstLowerLeg].TouchFlag = true;
        Step(0.0f);
        Assert.Equal((1.0f, 0.0f), (_observation[8], _observation[13]));

        _state.World.Bodies[WalkerGeometry.SecondLowerLeg].TouchFlag = true;
        _state.World.Bodies[WalkerGeometry.FirstLowerLeg].TouchFlag = false;
        Step(0.0f);
        Assert.Equal((0.0f, 1.0f), (_observation[8], _observation[13]));
    }

    [Fact]
    public void Step_SleepingBodies_AreWokenByTheMotors()
    {
        Reset(24);
        for (int i = 0; i < _state.World.BodyCount; i++)
            _state.World.Bodies[i].FallAsleep();

        Step(1.0f);

        for (int i = 0; i < _state.World.BodyCount; i++)
            Assert.True(_state.World.Bodies[i].IsAwake);
        Assert.NotEqual(0.0f, _observation[5]);
    }

    [Fact]
    public void Reset_OverFlatStart_LidarMeasuresHeightOfTheHull()
    {
        Reset(25);

        ref Vec2 hull = ref _state.World.Bodies[WalkerGeometry.Hull].Placement.Position;
        float down = (hull.Y - (float)WalkerGeometry.TerrainHeight) / (160f / 30f);
        Assert.Equal(down, _observation[14], 1e-5f);
        for (int i = 1; i < 6; i++)
            Assert.Equal(down / MathF.Cos(1.5f * i / 10), _observation[14 + i], 1e-4f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reset_UsedState_LeavesNoTrace(bool hasObstacles)
    {
        BipedalWalkerState fresh = default;
        var freshObservation = new float[WalkerDynamics.ObservationSize];
        WalkerDynamics.Reset(ref _state, 26, !hasObstacles, _observation);
        for (int t = 0; t < 60; t++)
            Step(t % 3 - 1);

        WalkerDynamics.Reset(ref _state, 27, hasObstacles, _observation);
        WalkerDynamics.Reset(ref fresh, 27, hasObstacles, freshObservation);
        for (int t = 0; t < 100; t++)
        {
            Assert.Equal(freshObservation, _observation);
            WorldAction action = Action(MathF.Sin(t));
            Assert.Equal(WalkerDynamics.Advance(ref fresh, in action, freshObservation), Step(MathF.Sin(t)));
        }
    }

    private static WorldAction Action(float value)
    {
        WorldAction action = default;
        for (int i = 0; i < WalkerDynamics.ActionSize; i++)
            action.Values[i] = value;
        return action;
    }

    private void Reset(uint seed) => BipedalWalkerWorld.Reset(ref _state, seed, default, _observation);

    private Transition Step(float value)
    {
        WorldAction action = Action(value);
        return BipedalWalkerWorld.Step(ref _state, in action, _observation);
    }

    /// <summary>Carries the walker away, high enough that it touches nothing.</summary>
    private void MoveAll(float right, float up = 3.0f)
    {
        for (int i = 0; i < _state.World.BodyCount; i++)
        {
            ref var body = ref _state.World.Bodies[i];
            body.Placement.Position += new Vec2(right, up);
            body.Sweep.Centre += new Vec2(right, up);
            _state.World.Fixtures[i].Moved = true;
        }
    }
}
