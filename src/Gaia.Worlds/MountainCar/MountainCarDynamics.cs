using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.MountainCar;

/// <summary>MountainCar-v0: a car too weak to climb out of a valley without rocking.</summary>
/// <remarks>
/// Moore, "Efficient Memory-based Learning for Robot Control" (1990). Bit-equal to Gymnasium 1.3.0,
/// classic_control/mountain_car.py: float64, -1 a step, the terminal one too; the wall on the left takes all speed.
/// </remarks>
internal readonly struct MountainCarDynamics<TReal, TMask> : IDynamics<MountainCarState<TReal>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    private const double Push = 0.001;
    private const double Gravity = 0.0025;
    private const double GoalPosition = 0.5;

    /// <inheritdoc/>
    public static WorldInfo Info => MountainCarInfo.Discrete;

    /// <inheritdoc/>
    public static int DrawCount => 1;

    /// <inheritdoc/>
    public static void Start(
        ref MountainCarState<TReal> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments)
    {
        state.Position = MountainCarInfo.LeastStart +
            ((MountainCarInfo.GreatestStart - MountainCarInfo.LeastStart) * draws[0]);
        state.Velocity = 0.0;
        state.GoalVelocity = arguments[0];
    }

    /// <inheritdoc/>
    public static TMask Step(ref MountainCarState<TReal> state, TReal action, out TReal reward)
    {
        TReal velocity = state.Velocity + (((action - 1.0) * Push) + (TReal.Cos(3.0 * state.Position) * -Gravity));
        velocity = TReal.Clip(velocity, -MountainCarInfo.SpeedLimit, MountainCarInfo.SpeedLimit);
        TReal position = TReal.Clip(
            state.Position + velocity, MountainCarInfo.LeastPosition, MountainCarInfo.GreatestPosition);
        TMask hitsWall = (position <= MountainCarInfo.LeastPosition) & (velocity < 0.0);
        velocity = TReal.Select(hitsWall, 0.0, velocity);
        state.Position = position;
        state.Velocity = velocity;
        reward = -1.0;
        return (position >= GoalPosition) & (velocity >= state.GoalVelocity);
    }

    /// <inheritdoc/>
    public static void Observe(in MountainCarState<TReal> state, ref Views<TReal> views)
    {
        views[0] = state.Position;
        views[1] = state.Velocity;
    }
}
