namespace Gaia.Worlds;

/// <summary>A world of the catalog, its types hidden.</summary>
internal abstract class CatalogEntry
{
    public abstract WorldInfo Info { get; }

    public abstract TResult Accept<TResult>(IWorldVisitor<TResult> visitor);

    public abstract WorldLanes CreateLanes(in WorldArguments arguments);
}
