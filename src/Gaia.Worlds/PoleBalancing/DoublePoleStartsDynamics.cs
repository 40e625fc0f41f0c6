using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>Two poles without velocities from 625 starts, 1000 steps each: the generalisation test.</summary>
/// <remarks>
/// Gruau, Whitley and Pyeatt (1996): a solution passes at least 200 of the starts. Seeds 0 to 624 are the starts, later
/// ones repeat them. A start is passed or not: the step that completes the 1000 pays 1, no other pays, so that the mean
/// over all starts is the share of those passed.
/// </remarks>
internal readonly struct DoublePoleStartsDynamics<TReal, TMask>
    : IDynamics<DoublePoleStartState<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Starts;

    /// <inheritdoc/>
    public static int DrawCount => 0;

    /// <inheritdoc/>
    public static void Start(
        ref DoublePoleStartState<TReal, TMask> state, TReal seed, in Draws<TReal> draws,
        in WorldArguments arguments)
    {
        state.Phase = DoublePoleEpisode<TReal, TMask>.StartOf(seed);
        state.BalancedSteps = 0.0;
    }

    /// <inheritdoc/>
    public static TMask Step(ref DoublePoleStartState<TReal, TMask> state, TReal action, out TReal reward)
    {
        TMask falls = DoublePoleEpisode<TReal, TMask>.Advance(ref state.Phase, action);
        state.BalancedSteps = TReal.Select(falls, state.BalancedSteps, state.BalancedSteps + 1.0);
        TReal worth = TReal.Select(state.BalancedSteps >= PoleBalancingInfo.ShortHorizonSteps, 1.0, 0.0);
        reward = TReal.Select(falls, 0.0, worth);
        return falls;
    }

    /// <inheritdoc/>
    public static void Observe(in DoublePoleStartState<TReal, TMask> state, ref Views<TReal> views) =>
        DoublePoleEpisode<TReal, TMask>.ObservePlaces(in state.Phase, ref views);
}
