namespace Gaia.Worlds.Functions.Steps;

/// <summary>A map of points to points; what it needs is fixed when it is made.</summary>
internal abstract class VectorStep
{
    /// <param name="from">[dimension].</param>
    /// <param name="to">[dimension], apart from <paramref name="from"/>; overwritten.</param>
    public abstract void Apply(ReadOnlySpan<double> from, Span<double> to);
}
