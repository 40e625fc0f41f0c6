using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>Two poles without velocities under Gruau's fitness, which does not pay for swinging to and fro.</summary>
/// <remarks>
/// Gruau, Whitley and Pyeatt (1996): f = 0.1 f1 + 0.9 f2 with f1 = t / 1000 and f2 = 0 while t is below 100, else
/// 0.75 over the sum of |x| + |v| + |angle| + |angular velocity| of cart and long pole in the last 100 steps; t is the
/// number of steps balanced, 1000 at most. All of it is paid at once, by the step in which a pole falls or by the
/// thousandth, so that the return is f to the bit. The last 100 steps are the last 100 balanced ones: print gives the
/// sum's bounds as t - 100 and t, which would be 101, text and programs take 100.
/// </remarks>
internal readonly struct DampedDoublePoleDynamics<TReal, TMask>
    : IDynamics<DampedDoublePoleState<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Damped;

    /// <inheritdoc/>
    public static int DrawCount => 0;

    /// <inheritdoc/>
    public static void Start(
        ref DampedDoublePoleState<TReal, TMask> state, TReal seed, in Draws<TReal> draws,
        in WorldArguments arguments)
    {
        state = default;
        state.Phase = DoublePoleEpisode<TReal, TMask>.Start();
    }

    /// <inheritdoc/>
    public static TMask Step(ref DampedDoublePoleState<TReal, TMask> state, TReal action, out TReal reward)
    {
        TMask falls = DoublePoleEpisode<TReal, TMask>.Advance(ref state.Phase, action);
        Remember(ref state.Recent, falls, in state.Phase);
        state.BalancedSteps = TReal.Select(falls, state.BalancedSteps, state.BalancedSteps + 1.0);
        TMask ends = falls | (state.BalancedSteps >= PoleBalancingInfo.ShortHorizonSteps);
        reward = 0.0;
        if (TMask.Any(ends))
            reward = TReal.Select(ends, FitnessOf(in state), 0.0);
        return falls;
    }

    /// <inheritdoc/>
    public static void Observe(in DampedDoublePoleState<TReal, TMask> state, ref Views<TReal> views) =>
        DoublePoleEpisode<TReal, TMask>.ObservePlaces(in state.Phase, ref views);

    private static TReal FitnessOf(in DampedDoublePoleState<TReal, TMask> state)
    {
        TReal motion = 0.0;
        for (int i = 0; i < RecentMotion<TReal>.Steps; i++)
            motion += state.Recent[i];
        TReal calm = TReal.Select(state.BalancedSteps >= RecentMotion<TReal>.Steps, 0.75 / motion, 0.0);
        return (0.1 * (state.BalancedSteps / PoleBalancingInfo.ShortHorizonSteps)) + (0.9 * calm);
    }

    /// <summary>Adds a step that was balanced; one in which a pole fell leaves the memory as it was.</summary>
    private static void Remember(
        ref RecentMotion<TReal> recent, TMask falls, in DoublePolePhase<TReal, TMask> phase)
    {
        const int Last = RecentMotion<TReal>.Steps - 1;
        for (int i = 0; i < Last; i++)
            recent[i] = TReal.Select(falls, recent[i], recent[i + 1]);
        TReal motion = TReal.Abs(phase.Position) + TReal.Abs(phase.Velocity) +
            TReal.Abs(phase.LongAngle) + TReal.Abs(phase.LongSpin);
        recent[Last] = TReal.Select(falls, recent[Last], motion);
    }
}
