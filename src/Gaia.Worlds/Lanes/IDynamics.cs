namespace Gaia.Worlds.Lanes;

/// <summary>The one definition of a world from which its scalar and its SIMD form are made.</summary>
/// <typeparam name="TState">Everything that moves; reals only, in a fixed order, so that one lane of a state of many
/// is a column of doubles.</typeparam>
/// <typeparam name="TReal">What the equations are written in.</typeparam>
/// <typeparam name="TMask">What comparing them gives.</typeparam>
/// <remarks>Static functions without a branch on a value, in the subset that a GPU kernel can have.</remarks>
internal interface IDynamics<TState, TReal, TMask>
    where TState : unmanaged
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>The world; the same object whatever TReal is.</summary>
    static abstract WorldInfo Info { get; }

    /// <summary>How many numbers a reset draws; at most <see cref="Draws{TReal}.Capacity"/>.</summary>
    static abstract int DrawCount { get; }

    /// <summary>The state that an episode starts in.</summary>
    /// <param name="state">Overwritten entirely.</param>
    /// <param name="seed">The episode's, a whole number below 2^32.</param>
    /// <param name="draws">Uniform in [0, 1); the first <see cref="DrawCount"/> are read.</param>
    /// <param name="arguments">Each within its range.</param>
    static abstract void Start(
        ref TState state, TReal seed, in Draws<TReal> draws, in WorldArguments arguments);

    /// <summary>Advances by one step.</summary>
    /// <param name="state">Of an episode that has been started.</param>
    /// <param name="action">The choice of a discrete world, the one component of a continuous one.</param>
    /// <param name="reward">In reward units.</param>
    /// <returns>Whether the world's own rule ended the episode.</returns>
    static abstract TMask Step(ref TState state, TReal action, out TReal reward);

    /// <summary>What a policy sees of a state.</summary>
    /// <param name="state">Of an episode that has been started.</param>
    /// <param name="views">The first <see cref="WorldInfo.ObservationSize"/> are overwritten.</param>
    static abstract void Observe(in TState state, ref Views<TReal> views);
}
