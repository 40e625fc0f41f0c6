using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>Two poles without velocities, balanced for 100,000 steps: the first test of what Gruau's fitness found.
/// </summary>
/// <remarks>The start is that of training, whatever the seed; 1 for each step that both poles stand.</remarks>
internal readonly struct LongDoublePoleDynamics<TReal, TMask> : IDynamics<DoublePolePhase<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Long;

    /// <inheritdoc/>
    public static int DrawCount => 0;

    /// <inheritdoc/>
    public static void Start(
        ref DoublePolePhase<TReal, TMask> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments) =>
        state = DoublePoleEpisode<TReal, TMask>.Start();

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
