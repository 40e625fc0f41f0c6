using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with a long and a short pole, 1 for each step that both stand; all six quantities are seen.
/// </summary>
/// <remarks>The start is the same whatever the seed. The step in which a pole falls pays nothing.</remarks>
internal readonly struct DoublePoleDynamics<TReal, TMask> : IDynamics<DoublePolePhase<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Double;

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
    public static void Observe(in DoublePolePhase<TReal, TMask> state, ref Views<TReal> views)
    {
        views[0] = state.Position / PoleLimits.PositionScale;
        views[1] = state.Velocity / PoleLimits.VelocityScale;
        views[2] = state.LongAngle / PoleLimits.AngleScale;
        views[3] = state.LongSpin / PoleLimits.VelocityScale;
        views[4] = state.ShortAngle / PoleLimits.AngleScale;
        views[5] = state.ShortSpin / PoleLimits.VelocityScale;
    }
}
