using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.CartPole;

/// <summary>CartPole-v1: a pole hinged on a cart that is pushed left or right.</summary>
/// <remarks>
/// Barto, Sutton and Anderson, "Neuronlike adaptive elements that can solve difficult learning control problems"
/// (1983);
/// dynamics after Florian, "Correct equations for the dynamics of the cart-pole system" (2005). Bit-equal to Gymnasium
/// 1.3.0, classic_control/cartpole.py: explicit Euler in float64, reward 1 on the terminal step too.
/// </remarks>
internal readonly struct CartPoleDynamics<TReal, TMask> : IDynamics<CartPoleState<TReal>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    private const double Gravity = 9.8;
    private const double PoleMass = 0.1;
    private const double TotalMass = 0.1 + 1.0;

    /// <summary>Half the pole's length, in metres.</summary>
    private const double Length = 0.5;
    private const double PoleMassLength = PoleMass * Length;

    /// <summary>In newtons.</summary>
    private const double Force = 10.0;

    /// <summary>In seconds.</summary>
    private const double TimeStep = 0.02;
    private const double StartSpread = 0.05;

    /// <inheritdoc/>
    public static WorldInfo Info => CartPoleInfo.Value;

    /// <inheritdoc/>
    public static int DrawCount => 4;

    /// <inheritdoc/>
    public static void Start(
        ref CartPoleState<TReal> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments)
    {
        state.Position = Spread(draws[0]);
        state.Velocity = Spread(draws[1]);
        state.Angle = Spread(draws[2]);
        state.AngularVelocity = Spread(draws[3]);
        state.NextReward = 1.0;
    }

    /// <inheritdoc/>
    public static TMask Step(ref CartPoleState<TReal> state, TReal action, out TReal reward)
    {
        reward = state.NextReward;
        Advance(ref state, TReal.Select(action >= 1.0, Force, -Force));
        TMask terminated = (state.Position < -CartPoleInfo.PositionLimit) |
            (state.Position > CartPoleInfo.PositionLimit) |
            (state.Angle < -CartPoleInfo.AngleLimit) | (state.Angle > CartPoleInfo.AngleLimit);
        state.NextReward = TReal.Select(terminated, 0.0, state.NextReward);
        return terminated;
    }

    /// <inheritdoc/>
    public static void Observe(in CartPoleState<TReal> state, ref Views<TReal> views)
    {
        views[0] = state.Position;
        views[1] = state.Velocity;
        views[2] = state.Angle;
        views[3] = state.AngularVelocity;
    }

    private static TReal Spread(TReal draw) => -StartSpread + ((StartSpread - -StartSpread) * draw);

    private static void Advance(ref CartPoleState<TReal> state, TReal force)
    {
        TReal.SinCos(state.Angle, out TReal sine, out TReal cosine);
        TReal spin = state.AngularVelocity;
        TReal push = (force + (PoleMassLength * (spin * spin) * sine)) / TotalMass;
        TReal angularAcceleration = ((Gravity * sine) - (cosine * push)) /
            (Length * ((4.0 / 3.0) - (PoleMass * (cosine * cosine) / TotalMass)));
        TReal acceleration = push - (PoleMassLength * angularAcceleration * cosine / TotalMass);

        state.Position += TimeStep * state.Velocity;
        state.Velocity += TimeStep * acceleration;
        state.Angle += TimeStep * spin;
        state.AngularVelocity = spin + (TimeStep * angularAcceleration);
    }
}
