using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>What the worlds with two poles have in common: start, step and fall.</summary>
internal static class DoublePoleEpisode<TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>Starts of the generalisation test along each of its four axes.</summary>
    private const double StartsPerAxis = 5.0;

    /// <summary>The start of training, whatever the seed: the long pole leans.</summary>
    public static DoublePolePhase<TReal, TMask> Start() =>
        new(0.0, 0.0, PoleLimits.StartAngle, 0.0, 0.0, 0.0);

    /// <summary>A start of the generalisation test.</summary>
    /// <param name="number">0 to 624, taken modulo 625: its digits to base 5 choose position, velocity, angle and
    /// angular velocity of the long pole, the position by the highest.</param>
    /// <remarks>
    /// Each axis is cut at 5, 25, 50, 75 and 95 percent of its range: positions within 2.16 m, velocities within
    /// 1.35 m/s, angles within 3.6 degrees and angular velocities within 8.6 degrees a second, which are the bounds of
    /// the published program in its own decimals. The short pole stands at rest.
    /// </remarks>
    public static DoublePolePhase<TReal, TMask> StartOf(TReal number)
    {
        TReal spin = SharePart(ref number);
        TReal angle = SharePart(ref number);
        TReal velocity = SharePart(ref number);
        TReal position = SharePart(ref number);
        return new DoublePolePhase<TReal, TMask>(
            (position * 4.32) - 2.16, (velocity * 2.70) - 1.35,
            (angle * 0.12566304) - 0.06283152, (spin * 0.30019504) - 0.15009752, 0.0, 0.0);
    }

    /// <summary>Pushes the cart for one action.</summary>
    /// <returns>Whether the cart has left the track or a pole has fallen.</returns>
    public static TMask Advance(ref DoublePolePhase<TReal, TMask> state, TReal action)
    {
        TReal force = PoleLimits.Force * TReal.Clip(action, -1.0, 1.0);
        for (int i = 0; i < PoleLimits.TimeStepsPerAction; i++)
        {
            RungeKutta<DoublePoleMotion<TReal, TMask>, DoublePolePhase<TReal, TMask>, TReal, TMask>.Step(
                in state, force, PoleLimits.TimeStep, out DoublePolePhase<TReal, TMask> end);
            state = end;
        }

        return (TReal.Abs(state.Position) > PoleLimits.Position) |
            (TReal.Abs(state.LongAngle) > PoleLimits.DoublePoleAngle) |
            (TReal.Abs(state.ShortAngle) > PoleLimits.DoublePoleAngle);
    }

    /// <summary>Shows where everything is, and not how fast it moves.</summary>
    public static void ObservePlaces(in DoublePolePhase<TReal, TMask> state, ref Views<TReal> views)
    {
        views[0] = state.Position / PoleLimits.PositionScale;
        views[1] = state.LongAngle / PoleLimits.AngleScale;
        views[2] = state.ShortAngle / PoleLimits.AngleScale;
    }

    /// <summary>Takes the lowest digit to base 5 off a number.</summary>
    /// <returns>The share of the axis that the digit stands for.</returns>
    private static TReal SharePart(ref TReal number)
    {
        TReal rest = TReal.Floor(number / StartsPerAxis);
        TReal digit = number - (rest * StartsPerAxis);
        number = rest;
        TReal high = TReal.Select(digit >= 4.0, 0.95, TReal.Select(digit >= 3.0, 0.75, 0.5));
        return TReal.Select(digit >= 2.0, high, TReal.Select(digit >= 1.0, 0.25, 0.05));
    }
}
