using Gaia.Worlds.Lanes;

namespace Gaia.Worlds.MountainCar;

/// <summary>MountainCarContinuous-v0: the mountain car with a force of any strength, which costs its square.</summary>
/// <remarks>
/// Bit-equal to Gymnasium 1.3.0, classic_control/continuous_mountain_car.py, with float32 actions under the promotion
/// rules of NumPy 2 (NEP 50): a Python number takes the precision of the NumPy scalar that it meets. So the force is
/// float32, but float64 where it was clipped to a Python number; the state is float64 in the first step and float32
/// later, and limits are compared with in the state's precision, though what is set to a limit is float64. The reward
/// charges for the action as it was given, not as it was clipped.
/// </remarks>
internal readonly struct ContinuousMountainCarDynamics<TReal, TMask>
    : IDynamics<ContinuousMountainCarState<TReal>, TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    private const double Power = 0.0015;
    private const double Gravity = 0.0025;
    private const double GoalPosition = 0.45;
    private const double GoalReward = 100.0;
    private const double ActionCost = 0.1;

    /// <inheritdoc/>
    public static WorldInfo Info => MountainCarInfo.Continuous;

    /// <inheritdoc/>
    public static int DrawCount => 1;

    /// <inheritdoc/>
    public static void Start(
        ref ContinuousMountainCarState<TReal> state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments)
    {
        state.Position = MountainCarInfo.LeastStart +
            ((MountainCarInfo.GreatestStart - MountainCarInfo.LeastStart) * draws[0]);
        state.Velocity = 0.0;
        state.GoalVelocity = arguments[0];
        state.HasStepped = 0.0;
    }

    /// <inheritdoc/>
    public static TMask Step(ref ContinuousMountainCarState<TReal> state, TReal action, out TReal reward)
    {
        TMask isSingle = state.HasStepped > 0.0;
        TReal gravity = Gravity * TReal.Cos(InPrecision(isSingle, 3.0 * state.Position));
        TReal change = InPrecision(isSingle, Accelerate(action, gravity));
        TReal velocity = InPrecision(isSingle, state.Velocity + change);
        TReal speedLimit = InPrecision(isSingle, MountainCarInfo.SpeedLimit);
        TMask isFast = (velocity > speedLimit) | (velocity < -speedLimit);
        velocity = TReal.Select(velocity > speedLimit, MountainCarInfo.SpeedLimit, velocity);
        velocity = TReal.Select(velocity < -speedLimit, -MountainCarInfo.SpeedLimit, velocity);

        TReal position = InPrecision(isSingle, state.Position + InPrecision(isSingle, velocity));
        TMask isAtWall = position <= InPrecision(isSingle, MountainCarInfo.LeastPosition);
        TMask isAtEnd = position > InPrecision(isSingle, MountainCarInfo.GreatestPosition);
        position = TReal.Select(isAtEnd, MountainCarInfo.GreatestPosition, position);
        position = TReal.Select(isAtWall, MountainCarInfo.LeastPosition, position);
        velocity = TReal.Select(isAtWall & (velocity < 0.0), 0.0, velocity);

        TReal goalVelocity = TReal.Select(
            isFast, state.GoalVelocity, InPrecision(isSingle, state.GoalVelocity));
        TMask terminated = (position >= InPrecision(isSingle, GoalPosition)) & (velocity >= goalVelocity);
        reward = TReal.Select(terminated, GoalReward, 0.0) - (action * action * ActionCost);
        state.Position = TReal.RoundToSingle(position);
        state.Velocity = TReal.RoundToSingle(velocity);
        state.HasStepped = 1.0;
        return terminated;
    }

    /// <inheritdoc/>
    public static void Observe(in ContinuousMountainCarState<TReal> state, ref Views<TReal> views)
    {
        views[0] = state.Position;
        views[1] = state.Velocity;
    }

    /// <summary>Force less gravity: in float32, unless the force was clipped.</summary>
    private static TReal Accelerate(TReal action, TReal gravity)
    {
        TMask isClipped = (action < -1.0) | (action > 1.0);
        TReal push = TReal.RoundToSingle(action * (float)Power);
        TReal single = TReal.RoundToSingle(push - TReal.RoundToSingle(gravity));
        return TReal.Select(isClipped, (TReal.Clip(action, -1.0, 1.0) * Power) - gravity, single);
    }

    private static TReal InPrecision(TMask isSingle, TReal value) =>
        TReal.Select(isSingle, TReal.RoundToSingle(value), value);
}
