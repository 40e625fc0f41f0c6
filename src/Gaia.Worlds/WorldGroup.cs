namespace Gaia.Worlds;

/// <summary>Which part of the catalogue a world stands in.</summary>
public enum WorldGroup
{
    /// <summary>A world of Gymnasium, equal to it bit for bit.</summary>
    Gymnasium,

    /// <summary>A benchmark of the neuroevolution literature, such as pole balancing.</summary>
    Neuroevolution,
}
