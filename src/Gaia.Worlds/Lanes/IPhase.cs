namespace Gaia.Worlds.Lanes;

/// <summary>A point of a system's phase space, or a direction in it: positions and velocities, or their rates.
/// </summary>
internal interface IPhase<TSelf, TReal>
    where TSelf : unmanaged, IPhase<TSelf, TReal>
    where TReal : unmanaged
{
    /// <summary>Component by component.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Component by component.</summary>
    static abstract TSelf operator *(TReal factor, TSelf phase);
}
