using Phase = Gaia.Worlds.PoleBalancing.DoublePolePhase<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using State = Gaia.Worlds.PoleBalancing.DampedDoublePoleState<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>;
using World = Gaia.Worlds.Lanes.DynamicsWorld<
    Gaia.Worlds.PoleBalancing.DampedDoublePoleDynamics<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>,
    Gaia.Worlds.PoleBalancing.DampedDoublePoleState<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>>;

namespace Gaia.Worlds.Tests.PoleBalancing;

public sealed class DampedDoublePoleDynamicsTests
{
    private readonly float[] _observation = new float[3];

    [Fact]
    public void Step_FallsBeforeHundredSteps_PaysForTheStepsAlone()
    {
        State state = default;
        World.Reset(ref state, 0, default, _observation);
        (double paid, int steps, bool fell) = Play(ref state);

        Assert.True(fell);
        Assert.InRange(steps, 5, 99);
        Assert.Equal(0.1 * ((steps - 1) / 1000.0), paid);
    }

    [Fact]
    public void Step_FallsLater_PaysGruausFitnessOfTheLastHundredBalancedSteps()
    {
        State state = AtRestAside();
        State copy = state;
        var motions = new List<double>();
        while (!World.Step(ref copy, ActionAt(motions.Count, 120), _observation).Terminated)
            motions.Add(MotionOf(in copy));

        (double paid, int steps, bool fell) = Play(ref state, firstPush: 120);

        Assert.True(fell);
        Assert.Equal(motions.Count + 1, steps);
        Assert.InRange(motions.Count, 121, 219);
        double sum = 0.0;
        foreach (double motion in motions.TakeLast(100))
            sum += motion;
        Assert.Equal((0.1 * (motions.Count / 1000.0)) + (0.9 * (0.75 / sum)), paid);
    }

    [Fact]
    public void Step_StandsForThousandSteps_PaysInTheLastOne()
    {
        // Every step moves by half a metre's worth.
        State state = AtRestAside();

        (double paid, int steps, bool fell) = Play(ref state);

        Assert.False(fell);
        Assert.Equal(1000, steps);
        Assert.Equal(0.1 + (0.9 * (0.75 / 50.0)), paid);
    }

    /// <summary>Until it falls or the horizon is used up; every step but the last pays nothing.</summary>
    private (double Paid, int Steps, bool Fell) Play(ref State state, int firstPush = int.MaxValue)
    {
        Transition transition = default;
        int steps = 0;
        while (!transition.Terminated && steps < World.Info.HorizonSteps)
        {
            Assert.Equal(0.0, transition.Reward);
            transition = World.Step(ref state, ActionAt(steps, firstPush), _observation);
            steps++;
        }

        return (transition.Reward, steps, transition.Terminated);
    }

    /// <summary>Upright beside the middle: an equilibrium.</summary>
    private State AtRestAside()
    {
        State state = default;
        World.Reset(ref state, 0, default, _observation);
        state.Phase = new Phase(0.5, 0.0, 0.0, 0.0, 0.0, 0.0);
        return state;
    }

    private static WorldAction ActionAt(int step, int firstPush)
    {
        WorldAction action = default;
        action.Values[0] = step >= firstPush ? 0.25f : 0f;
        return action;
    }

    private static double MotionOf(in State state) =>
        Math.Abs(state.Phase.Position.Value) + Math.Abs(state.Phase.Velocity.Value) +
        Math.Abs(state.Phase.LongAngle.Value) + Math.Abs(state.Phase.LongSpin.Value);
}
