namespace Gaia.Worlds;

/// <summary>The least and the greatest value of one component of an observation or an action.</summary>
/// <param name="Low">Least value; negative infinity where there is no bound.</param>
/// <param name="High">Greatest value; infinity where there is no bound.</param>
public readonly record struct ValueRange(float Low, float High)
{
    /// <summary>No bound on either side.</summary>
    public static ValueRange Unbounded { get; } = Within(float.PositiveInfinity);

    /// <summary>From -<paramref name="magnitude"/> to <paramref name="magnitude"/>.</summary>
    public static ValueRange Within(float magnitude) => new(-magnitude, magnitude);
}
