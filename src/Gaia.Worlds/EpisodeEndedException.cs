using System.Diagnostics.CodeAnalysis;

namespace Gaia.Worlds;

/// <summary>A step was asked of an episode that has ended.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Without its world the exception says too little.")]
public sealed class EpisodeEndedException : InvalidOperationException
{
    /// <summary>A step past the end of an episode.</summary>
    /// <param name="worldId">The world.</param>
    /// <param name="seed">The episode's Gymnasium seed.</param>
    /// <param name="steps">Steps after which it ended.</param>
    public EpisodeEndedException(string worldId, uint seed, int steps)
        : base($"{worldId}: the episode of seed {seed} ended after {steps} steps; start another one.") =>
        WorldId = worldId;

    /// <summary>Id of the world whose episode has ended.</summary>
    public string WorldId { get; }
}
