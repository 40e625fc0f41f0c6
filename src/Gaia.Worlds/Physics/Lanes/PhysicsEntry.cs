namespace Gaia.Worlds.Physics.Lanes;

/// <summary>A world with bodies, whose SIMD form is <see cref="PhysicsLanes{TWorld, TState}"/>.</summary>
internal sealed class PhysicsEntry<TWorld, TState> : CatalogEntry
    where TWorld : struct, IPhysicsWorld<TState>
    where TState : unmanaged
{
    public override WorldInfo Info => TWorld.Info;

    public override TResult Accept<TResult>(IWorldVisitor<TResult> visitor) => visitor.Visit<TWorld, TState>();

    public override WorldLanes CreateLanes(in WorldArguments arguments) =>
        new PhysicsLanes<TWorld, TState>(in arguments);
}
