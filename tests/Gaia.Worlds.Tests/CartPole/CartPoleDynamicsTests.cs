using Gaia.Worlds.CartPole;
using Gaia.Worlds.Lanes;
using World = Gaia.Worlds.Lanes.DynamicsWorld<
    Gaia.Worlds.CartPole.CartPoleDynamics<Gaia.Worlds.Lanes.Real, Gaia.Worlds.Lanes.Truth>,
    Gaia.Worlds.CartPole.CartPoleState<Gaia.Worlds.Lanes.Real>>;

namespace Gaia.Worlds.Tests.CartPole;

public sealed class CartPoleDynamicsTests
{
    [Fact]
    public void Step_PoleFalls_PaysOnTerminalStepAndNothingAfter()
    {
        CartPoleState<Real> state = default;
        var observation = new float[4];
        World.Reset(ref state, 1, World.Info.DefaultArguments, observation);
        Transition transition = default;
        int steps = 0;
        while (!transition.Terminated && steps < 500)
        {
            transition = World.Step(ref state, new WorldAction { Index = 1 }, observation);
            Assert.Equal(1.0, transition.Reward);
            steps++;
        }

        Assert.InRange(steps, 5, 20);
        Assert.Equal(0.0, World.Step(ref state, new WorldAction { Index = 1 }, observation).Reward);
    }

    [Fact]
    public void Step_UprightAtRest_AcceleratesAsByHand()
    {
        CartPoleState<Real> state = default;
        var observation = new float[4];

        World.Step(ref state, new WorldAction { Index = 1 }, observation);

        // At rest and upright: push/mass = 10/1.1, angular acceleration = -push / (0.5 * (4/3 - 0.1/1.1)).
        double push = 10.0 / 1.1;
        double angular = -push / (0.5 * ((4.0 / 3.0) - (0.1 / 1.1)));
        Assert.Equal(0.0f, observation[0]);
        Assert.Equal(0.02 * (push - (0.05 * angular / 1.1)), observation[1], 1e-6);
        Assert.Equal(0.0f, observation[2]);
        Assert.Equal(0.02 * angular, observation[3], 1e-6);
    }
}
