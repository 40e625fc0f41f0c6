namespace Gaia.Islands.Elites;

/// <summary>Where this node has an elite from.</summary>
public enum EliteSource
{
    /// <summary>Found and scored by an island of this node.</summary>
    Local,

    /// <summary>Pulled from a peer and re-evaluated here.</summary>
    Received,
}
