namespace Gaia.Worlds;

/// <summary>An environment: pure functions over a blittable state.</summary>
/// <typeparam name="TState">
/// Everything that moves, including the generator; a copy of it is a snapshot of the episode.
/// </typeparam>
/// <remarks>
/// Written in the subset that a GPU kernel can have: no allocation, no virtual call, nothing static that changes.
/// Equal seeds and actions give equal bits on every machine. Nothing is checked and nothing is thrown in it, as a
/// kernel could not: whoever runs episodes makes sure, once for all of its steps, that the observation is long enough
/// and that actions are in range. Debug builds assert it; elsewhere a choice out of range makes a step without meaning.
/// </remarks>
public interface IWorld<TState>
    where TState : unmanaged
{
    /// <summary>Sizes, horizon and source of the world.</summary>
    static abstract WorldInfo Info { get; }

    /// <summary>Starts the episode that Gymnasium's <c>reset(seed)</c> starts in a fresh environment.</summary>
    /// <param name="state">Overwritten entirely; what it held does not matter.</param>
    /// <param name="seed">The Gymnasium seed, which names the episode.</param>
    /// <param name="arguments">Each within its range; <see cref="WorldInfo.DefaultArguments"/> where none is chosen.
    /// </param>
    /// <param name="observation">At least <see cref="WorldInfo.ObservationSize"/> long; overwritten.</param>
    static abstract void Reset(ref TState state, uint seed, in WorldArguments arguments, Span<float> observation);

    /// <summary>Advances the episode by one step.</summary>
    /// <param name="state">A state that Reset has started.</param>
    /// <param name="action">Within the world's action space.</param>
    /// <param name="observation">At least <see cref="WorldInfo.ObservationSize"/> long; overwritten.</param>
    /// <returns>Reward, and whether the world's own rule ended the episode.</returns>
    static abstract Transition Step(ref TState state, in WorldAction action, Span<float> observation);
}
