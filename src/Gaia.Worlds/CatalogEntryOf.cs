namespace Gaia.Worlds;

/// <summary>A world of the catalog, which opens its types to a visitor.</summary>
internal sealed class CatalogEntry<TWorld, TState> : CatalogEntry
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    public override WorldInfo Info => TWorld.Info;

    public override TResult Accept<TResult>(IWorldVisitor<TResult> visitor) => visitor.Visit<TWorld, TState>();
}
