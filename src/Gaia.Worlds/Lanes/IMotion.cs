namespace Gaia.Worlds.Lanes;

/// <summary>The equations of motion of a system that one action drives.</summary>
internal interface IMotion<TPhase, TReal>
    where TPhase : unmanaged
    where TReal : unmanaged
{
    /// <summary>How fast everything changes.</summary>
    /// <param name="point">Positions and velocities.</param>
    /// <param name="drive">The force or torque that acts.</param>
    /// <param name="rates">Velocities and accelerations.</param>
    static abstract void Differentiate(in TPhase point, TReal drive, out TPhase rates);
}
