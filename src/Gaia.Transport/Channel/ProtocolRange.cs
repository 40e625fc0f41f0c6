namespace Gaia.Transport.Channel;

/// <summary>The protocol versions that a node speaks.</summary>
/// <param name="Minimum">The oldest.</param>
/// <param name="Maximum">The newest; not below the oldest.</param>
public readonly record struct ProtocolRange(ushort Minimum, ushort Maximum)
{
    /// <summary>What this program speaks.</summary>
    public static ProtocolRange Current { get; } = new(1, 1);

    /// <summary>True where both speak a version.</summary>
    public bool Overlaps(ProtocolRange other) => Minimum <= other.Maximum && other.Minimum <= Maximum;

    /// <inheritdoc/>
    public override string ToString() => Minimum == Maximum ? $"{Minimum}" : $"{Minimum}-{Maximum}";
}
