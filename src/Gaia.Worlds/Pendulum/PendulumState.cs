namespace Gaia.Worlds.Pendulum;

/// <summary>A pendulum, in float64 as in the reference.</summary>
internal struct PendulumState<TReal>
    where TReal : unmanaged
{
    /// <summary>In radians from upright, turns not taken out.</summary>
    public TReal Angle;

    /// <summary>In radians a second.</summary>
    public TReal Velocity;

    /// <summary>Of the angle.</summary>
    public TReal Sine;

    /// <summary>Of the angle.</summary>
    public TReal Cosine;

    /// <summary>Angular acceleration where the pendulum is level, in radians a second squared: 3 g / 2 l.</summary>
    public TReal Fall;
}
