using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.Pendulum;

/// <summary>Pendulum-v1: a rod of 1 m and 1 kg on a motor that is too weak to lift it at once.</summary>
/// <remarks>
/// Bit-equal to Gymnasium 1.3.0, classic_control/pendulum.py, with float32 actions under the promotion rules of NumPy 2
/// (NEP 50): torque and its cost are float32 until they meet the float64 state. Squares are NumPy's scalar powers.
/// </remarks>
internal readonly struct PendulumDynamics<TReal, TMask> : IDynamics<PendulumState<TReal>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>In seconds.</summary>
    private const double TimeStep = 0.05;
    private const double StartAngle = Math.PI;
    private const double StartVelocity = 1.0;
    private const double Turn = 2 * Math.PI;

    /// <summary>A power of two beyond the turns that 200 steps at the greatest speed can make.</summary>
    private const double MostTurns = 32.0;

    /// <inheritdoc/>
    public static WorldInfo Info => PendulumInfo.Value;

    /// <inheritdoc/>
    public static int DrawCount => 2;

    /// <inheritdoc/>
    public static void Start(
        ref PendulumState<TReal> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments)
    {
        state.Angle = -StartAngle + ((StartAngle - -StartAngle) * draws[0]);
        state.Velocity = -StartVelocity + ((StartVelocity - -StartVelocity) * draws[1]);
        state.Fall = 3.0 * arguments[0] / 2.0;
        TReal.SinCos(state.Angle, out state.Sine, out state.Cosine);
    }

    /// <inheritdoc/>
    public static TMask Step(ref PendulumState<TReal> state, TReal action, out TReal reward)
    {
        TReal torque = TReal.Clip(action, -PendulumInfo.TorqueLimit, PendulumInfo.TorqueLimit);
        TReal effort = TReal.RoundToSingle(0.001f * TReal.SquareSingle(torque));
        reward = -(TReal.Square(Normalize(state.Angle)) + (0.1 * TReal.Square(state.Velocity)) + effort);

        TReal acceleration = (state.Fall * state.Sine) + TReal.RoundToSingle(3.0 * torque);
        state.Velocity = TReal.Clip(
            state.Velocity + (acceleration * TimeStep), -PendulumInfo.SpeedLimit, PendulumInfo.SpeedLimit);
        state.Angle += state.Velocity * TimeStep;
        TReal.SinCos(state.Angle, out state.Sine, out state.Cosine);
        return action > double.PositiveInfinity;
    }

    /// <inheritdoc/>
    public static void Observe(in PendulumState<TReal> state, ref Views<TReal> views)
    {
        views[0] = state.Cosine;
        views[1] = state.Sine;
        views[2] = state.Velocity;
    }

    /// <summary>The angle within half a turn of upright, by Python's remainder: exact, with the divisor's sign.
    /// </summary>
    private static TReal Normalize(TReal angle)
    {
        TReal shifted = angle + Math.PI;
        TReal rest = TReal.Abs(shifted);

        // Each difference is exact: what is taken off lies between half the rest and the rest (Sterbenz).
        for (double turns = MostTurns; turns >= 1.0; turns *= 0.5)
            rest = TReal.Select(rest >= turns * Turn, rest - (turns * Turn), rest);
        return TReal.Select((shifted < 0.0) & (rest > 0.0), Turn - rest, rest) - Math.PI;
    }
}
