using System.Runtime.CompilerServices;

namespace Gaia.Worlds;

/// <summary>Values of a world's arguments, in the order of <see cref="WorldInfo.Arguments"/>.</summary>
/// <remarks>Blittable, as a kernel needs it; entries beyond the world's own are zero and never read.</remarks>
[InlineArray(Capacity)]
public struct WorldArguments : IEquatable<WorldArguments>
{
    /// <summary>Most arguments any world has.</summary>
    public const int Capacity = 4;

    private double _first;

    /// <inheritdoc/>
    public readonly bool Equals(WorldArguments other) => ((ReadOnlySpan<double>)this).SequenceEqual(other);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is WorldArguments other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(this[0], this[1], this[2], this[3]);

    public static bool operator ==(WorldArguments left, WorldArguments right) => left.Equals(right);

    public static bool operator !=(WorldArguments left, WorldArguments right) => !left.Equals(right);
}
