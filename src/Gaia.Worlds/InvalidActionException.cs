using System.Diagnostics.CodeAnalysis;

namespace Gaia.Worlds;

/// <summary>An action that its world has no meaning for: not a number, the wrong kind, or the wrong size.</summary>
/// <remarks>The caller's mistake: an action outside a continuous space is none, the world clips it or charges for it.
/// </remarks>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Without its world the exception says too little.")]
public sealed class InvalidActionException : ArgumentException
{
    /// <summary>An action that a world cannot take.</summary>
    /// <param name="worldId">The world.</param>
    /// <param name="fault">What is wrong with it, and what is allowed.</param>
    public InvalidActionException(string worldId, string fault)
        : base($"{worldId}: {fault}") => WorldId = worldId;

    /// <summary>Id of the world that was to take the action.</summary>
    public string WorldId { get; }
}
