namespace Gaia.Worlds.MountainCar;

/// <summary>A car in a valley, in float64 until its first step and in float32 from then on.</summary>
internal struct ContinuousMountainCarState<TReal>
    where TReal : unmanaged
{
    /// <summary>Along the valley, in the reference's units.</summary>
    public TReal Position;

    /// <summary>In units a step.</summary>
    public TReal Velocity;

    /// <summary>Least velocity at the goal that ends the episode, in units a step.</summary>
    public TReal GoalVelocity;

    /// <summary>Steps so far: 0, or 1 for any number of them.</summary>
    public TReal HasStepped;
}
