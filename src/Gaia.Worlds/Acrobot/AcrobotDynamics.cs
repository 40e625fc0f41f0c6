using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.Acrobot;

/// <summary>Acrobot-v1: two links that hang from a fixed point, with a motor in the joint between them.</summary>
/// <remarks>
/// Sutton, "Generalization in Reinforcement Learning: Successful Examples Using Sparse Coarse Coding" (1996), with the
/// equations of Sutton and Barto's book. Bit-equal to Gymnasium 1.3.0, classic_control/acrobot.py: one fourth-order
/// Runge-Kutta step of 0.2 s in float64, from a start that is drawn in float64 and rounded to float32. Squares are
/// NumPy's scalar powers.
/// </remarks>
internal readonly struct AcrobotDynamics<TReal, TMask> : IDynamics<AcrobotState<TReal>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>In seconds.</summary>
    private const double TimeStep = 0.2;
    private const double StartSpread = 0.1;

    /// <summary>Height of the free end over the fixed point that ends the episode, in lengths of a link.</summary>
    private const double GoalHeight = 1.0;

    /// <summary>More turns than the velocities of a step can make.</summary>
    private const int MostTurns = 64;

    /// <inheritdoc/>
    public static WorldInfo Info => AcrobotInfo.Value;

    /// <inheritdoc/>
    public static int DrawCount => 4;

    /// <inheritdoc/>
    public static void Start(
        ref AcrobotState<TReal> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments)
    {
        state.UpperAngle = Spread(draws[0]);
        state.LowerAngle = Spread(draws[1]);
        state.UpperVelocity = Spread(draws[2]);
        state.LowerVelocity = Spread(draws[3]);
        SingleSine<TReal, TMask>.OfSmall(state.UpperAngle, out state.UpperSine, out state.UpperCosine);
        SingleSine<TReal, TMask>.OfSmall(state.LowerAngle, out state.LowerSine, out state.LowerCosine);
    }

    /// <inheritdoc/>
    public static TMask Step(ref AcrobotState<TReal> state, TReal action, out TReal reward)
    {
        var start = new LinkPhase<TReal, TMask>(
            state.UpperAngle, state.LowerAngle, state.UpperVelocity, state.LowerVelocity);
        RungeKutta<LinkMotion<TReal, TMask>, LinkPhase<TReal, TMask>, TReal, TMask>.Step(
            in start, action - 1.0, TimeStep, out LinkPhase<TReal, TMask> end);
        state.UpperAngle = Wrap(end.UpperAngle);
        state.LowerAngle = Wrap(end.LowerAngle);
        state.UpperVelocity = TReal.Clip(
            end.UpperVelocity, -AcrobotInfo.UpperSpeedLimit, AcrobotInfo.UpperSpeedLimit);
        state.LowerVelocity = TReal.Clip(
            end.LowerVelocity, -AcrobotInfo.LowerSpeedLimit, AcrobotInfo.LowerSpeedLimit);

        TReal.SinCos(state.UpperAngle, out state.UpperSine, out state.UpperCosine);
        TReal.SinCos(state.LowerAngle, out state.LowerSine, out state.LowerCosine);
        TMask terminated = -state.UpperCosine - TReal.Cos(state.LowerAngle + state.UpperAngle) > GoalHeight;
        reward = TReal.Select(terminated, 0.0, -1.0);
        return terminated;
    }

    /// <inheritdoc/>
    public static void Observe(in AcrobotState<TReal> state, ref Views<TReal> views)
    {
        views[0] = state.UpperCosine;
        views[1] = state.UpperSine;
        views[2] = state.LowerCosine;
        views[3] = state.LowerSine;
        views[4] = state.UpperVelocity;
        views[5] = state.LowerVelocity;
    }

    private static TReal Spread(TReal draw) =>
        TReal.RoundToSingle(-StartSpread + ((StartSpread - -StartSpread) * draw));

    /// <summary>An angle within half a turn of zero, turn by turn as the reference goes there.</summary>
    private static TReal Wrap(TReal angle)
    {
        TMask isOver = angle > Math.PI;
        for (int turn = 0; turn < MostTurns && TMask.Any(isOver); turn++)
        {
            angle = TReal.Select(isOver, angle - (2 * Math.PI), angle);
            isOver = angle > Math.PI;
        }

        TMask isUnder = angle < -Math.PI;
        for (int turn = 0; turn < MostTurns && TMask.Any(isUnder); turn++)
        {
            angle = TReal.Select(isUnder, angle + (2 * Math.PI), angle);
            isUnder = angle < -Math.PI;
        }

        return angle;
    }
}
