namespace Gaia.Worlds;

/// <summary>Code that is generic over a world and its state, called for a world found by id.</summary>
/// <typeparam name="TResult">What the visit returns.</typeparam>
/// <remarks>The world is a type argument, so that its steps are direct calls that the compiler can inline.</remarks>
public interface IWorldVisitor<out TResult>
{
    /// <summary>Called once, with the world that the catalog found.</summary>
    TResult Visit<TWorld, TState>()
        where TWorld : struct, IWorld<TState>
        where TState : unmanaged;
}
