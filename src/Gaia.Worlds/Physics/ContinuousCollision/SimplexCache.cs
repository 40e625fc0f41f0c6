namespace Gaia.Worlds.Physics.ContinuousCollision;

/// <summary>Where a distance query ended: the next, nearby one begins there.</summary>
internal struct SimplexCache
{
    /// <summary>Length or doubled area of the simplex.</summary>
    public float Metric;
    public int Count;
    public int IndexA0;
    public int IndexA1;
    public int IndexA2;
    public int IndexB0;
    public int IndexB1;
    public int IndexB2;
}
