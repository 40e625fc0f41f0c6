namespace Gaia.Worlds;

/// <summary>How a world reads an action.</summary>
public enum ActionKind
{
    /// <summary>One of a fixed number of choices; a policy takes the largest output.</summary>
    Discrete,

    /// <summary>A vector of real components, each clipped by the world to its own range.</summary>
    Continuous,
}
