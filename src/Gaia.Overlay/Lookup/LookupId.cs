namespace Gaia.Overlay.Lookup;

/// <summary>Names one look-up of this node.</summary>
public readonly record struct LookupId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"look-up {Value}";
}
