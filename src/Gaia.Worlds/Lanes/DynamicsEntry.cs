namespace Gaia.Worlds.Lanes;

/// <summary>A world of the catalog that is written as dynamics: both its forms.</summary>
internal sealed class DynamicsEntry<TDynamics, TState, TLaneDynamics, TLaneState> : CatalogEntry
    where TDynamics : struct, IDynamics<TState, Real, Truth>
    where TState : unmanaged
    where TLaneDynamics : struct, IDynamics<TLaneState, Reals, Truths>
    where TLaneState : unmanaged
{
    /// <summary>Enough that the lanes of one group wait for nothing while another's are stepped.</summary>
    private const int Groups = 8;

    public override WorldInfo Info => TDynamics.Info;

    public override TResult Accept<TResult>(IWorldVisitor<TResult> visitor) =>
        visitor.Visit<DynamicsWorld<TDynamics, TState>, TState>();

    public override WorldLanes CreateLanes(in WorldArguments arguments) =>
        new DynamicsLanes<TLaneDynamics, TLaneState>(in arguments, Groups);
}
