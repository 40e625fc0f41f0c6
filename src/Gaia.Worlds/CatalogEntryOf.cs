namespace Gaia.Worlds;

/// <summary>A world of the catalog, which opens its types to a visitor.</summary>
/// <param name="newLanes">Makes the world's own SIMD form; without one, its slots run one by one.</param>
internal sealed class CatalogEntry<TWorld, TState>(Func<WorldArguments, WorldLanes>? newLanes = null) : CatalogEntry
    where TWorld : struct, IWorld<TState>
    where TState : unmanaged
{
    public override WorldInfo Info => TWorld.Info;

    public override TResult Accept<TResult>(IWorldVisitor<TResult> visitor) => visitor.Visit<TWorld, TState>();

    public override WorldLanes CreateLanes(in WorldArguments arguments) =>
        newLanes is null ? new SlotwiseLanes<TWorld, TState>(in arguments, groups: 1) : newLanes(arguments);
}
