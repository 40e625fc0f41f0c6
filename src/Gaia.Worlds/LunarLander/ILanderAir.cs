namespace Gaia.Worlds.LunarLander;

/// <summary>Whether there is wind.</summary>
/// <remarks>A type and not a flag, so that a lander in still air has no branch for it.</remarks>
internal interface ILanderAir
{
    /// <summary>What the world's id has at its end.</summary>
    static abstract string IdSuffix { get; }

    static abstract bool HasWind { get; }
}
