using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>Two poles without velocities from 625 starts, 1000 steps each: the generalisation test.</summary>
/// <remarks>
/// Gruau, Whitley and Pyeatt (1996). Seeds 0 to 624 are the starts, later ones repeat them. A start is passed when the
/// return is 1000; a solution passes at least 200 of them.
/// </remarks>
internal readonly struct DoublePoleStartsDynamics<TReal, TMask>
    : IDynamics<DoublePolePhase<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Starts;

    /// <inheritdoc/>
    public static int DrawCount => 0;

    /// <inheritdoc/>
    public static void Start(
        ref DoublePolePhase<TReal, TMask> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments) =>
        state = DoublePoleEpisode<TReal, TMask>.StartOf(seed);

    /// <inheritdoc/>
    public static TMask Step(ref DoublePolePhase<TReal, TMask> state, TReal action, out TReal reward)
    {
        TMask falls = DoublePoleEpisode<TReal, TMask>.Advance(ref state, action);
        reward = TReal.Select(falls, 0.0, 1.0);
        return falls;
    }

    /// <inheritdoc/>
    public static void Observe(in DoublePolePhase<TReal, TMask> state, ref Views<TReal> views) =>
        DoublePoleEpisode<TReal, TMask>.ObservePlaces(in state, ref views);
}
