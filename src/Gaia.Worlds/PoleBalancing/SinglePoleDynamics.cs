using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.PoleBalancing;

/// <summary>A cart with one pole, 1 for each step that it stands.</summary>
/// <remarks>
/// Every episode starts with the pole leaning by <see cref="PoleLimits.StartAngle"/>, whatever the seed. The step in
/// which it falls pays nothing, so that the return is the number of steps balanced.
/// </remarks>
internal readonly struct SinglePoleDynamics<TReal, TMask> : IDynamics<SinglePolePhase<TReal, TMask>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <inheritdoc/>
    public static WorldInfo Info => PoleBalancingInfo.Single;

    /// <inheritdoc/>
    public static int DrawCount => 0;

    /// <inheritdoc/>
    public static void Start(
        ref SinglePolePhase<TReal, TMask> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments) =>
        state = new SinglePolePhase<TReal, TMask>(0.0, 0.0, PoleLimits.StartAngle, 0.0);

    /// <inheritdoc/>
    public static TMask Step(ref SinglePolePhase<TReal, TMask> state, TReal action, out TReal reward)
    {
        TReal force = PoleLimits.Force * TReal.Clip(action, -1.0, 1.0);
        for (int i = 0; i < PoleLimits.TimeStepsPerAction; i++)
        {
            RungeKutta<SinglePoleMotion<TReal, TMask>, SinglePolePhase<TReal, TMask>, TReal, TMask>.Step(
                in state, force, PoleLimits.TimeStep, out SinglePolePhase<TReal, TMask> end);
            state = end;
        }

        TMask falls = (TReal.Abs(state.Position) > PoleLimits.Position) |
            (TReal.Abs(state.Angle) > PoleLimits.SinglePoleAngle);
        reward = TReal.Select(falls, 0.0, 1.0);
        return falls;
    }

    /// <inheritdoc/>
    public static void Observe(in SinglePolePhase<TReal, TMask> state, ref Views<TReal> views)
    {
        views[0] = state.Position / PoleLimits.PositionScale;
        views[1] = state.Velocity / PoleLimits.VelocityScale;
        views[2] = state.Angle / PoleLimits.AngleScale;
        views[3] = state.Spin / PoleLimits.VelocityScale;
    }
}
