namespace Gaia.Overlay.Links;

/// <summary>Names one link of this process; whoever opens links counts them up and never uses a number twice.</summary>
public readonly record struct LinkId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"link {Value}";
}
