namespace Gaia.Worlds.MountainCar;

/// <summary>A car in a valley, in float64 as in the reference.</summary>
internal struct MountainCarState<TReal>
    where TReal : unmanaged
{
    /// <summary>Along the valley, in the reference's units.</summary>
    public TReal Position;

    /// <summary>In units a step.</summary>
    public TReal Velocity;

    /// <summary>Least velocity at the goal that ends the episode, in units a step.</summary>
    public TReal GoalVelocity;
}
