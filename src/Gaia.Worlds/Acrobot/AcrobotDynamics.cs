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
    public static void Start(ref AcrobotState<TReal> state, in Draws<TReal> draws, in WorldArguments arguments)
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
        var start = new LinkRates<TReal>(
            state.UpperAngle, state.LowerAngle, state.UpperVelocity, state.LowerVelocity);
        Integrate(in start, action - 1.0, out LinkRates<TReal> end);
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

    /// <summary>One step of Runge and Kutta's fourth-order method.</summary>
    private static void Integrate(in LinkRates<TReal> start, TReal torque, out LinkRates<TReal> end)
    {
        LinkMotion<TReal, TMask>.Differentiate(in start, torque, out LinkRates<TReal> first);
        Follow(in start, in first, TimeStep / 2.0, out LinkRates<TReal> point);
        LinkMotion<TReal, TMask>.Differentiate(in point, torque, out LinkRates<TReal> second);
        Follow(in start, in second, TimeStep / 2.0, out point);
        LinkMotion<TReal, TMask>.Differentiate(in point, torque, out LinkRates<TReal> third);
        Follow(in start, in third, TimeStep, out point);
        LinkMotion<TReal, TMask>.Differentiate(in point, torque, out LinkRates<TReal> fourth);
        end = new LinkRates<TReal>(
            start.UpperAngle +
                Mean(first.UpperAngle, second.UpperAngle, third.UpperAngle, fourth.UpperAngle),
            start.LowerAngle +
                Mean(first.LowerAngle, second.LowerAngle, third.LowerAngle, fourth.LowerAngle),
            start.UpperVelocity +
                Mean(first.UpperVelocity, second.UpperVelocity, third.UpperVelocity, fourth.UpperVelocity),
            start.LowerVelocity +
                Mean(first.LowerVelocity, second.LowerVelocity, third.LowerVelocity, fourth.LowerVelocity));
    }

    private static void Follow(
        in LinkRates<TReal> start, in LinkRates<TReal> rates, TReal time, out LinkRates<TReal> point) =>
        point = new LinkRates<TReal>(
            start.UpperAngle + (time * rates.UpperAngle), start.LowerAngle + (time * rates.LowerAngle),
            start.UpperVelocity + (time * rates.UpperVelocity), start.LowerVelocity + (time * rates.LowerVelocity));

    private static TReal Mean(TReal first, TReal second, TReal third, TReal fourth) =>
        TimeStep / 6.0 * (first + (2.0 * second) + (2.0 * third) + fourth);

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
