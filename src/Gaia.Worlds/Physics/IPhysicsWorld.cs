namespace Gaia.Worlds.Physics;

/// <summary>A world whose step is one step of a scene of bodies, open in the middle.</summary>
/// <typeparam name="TState">The episode's state, which holds the scene.</typeparam>
/// <remarks>
/// A step of such a world is BeginStep, the step of its scene by <see cref="StepSettings"/>, and EndStep, in a row. A
/// form of many lanes calls the parts itself, and advances the scenes of all its episodes at once in between.
/// </remarks>
internal interface IPhysicsWorld<TState> : IWorld<TState>
    where TState : unmanaged
{
    /// <summary>How the scene takes every step.</summary>
    static abstract StepSettings StepSettings { get; }

    /// <summary>The scene inside a state.</summary>
    static abstract ref PhysicsWorld Scene(ref TState state);

    /// <summary>All that a step does before its scene advances.</summary>
    static abstract void BeginStep(ref TState state, in WorldAction action);

    /// <summary>All that a step does after its scene has advanced.</summary>
    static abstract Transition EndStep(ref TState state, in WorldAction action, Span<float> observation);
}
