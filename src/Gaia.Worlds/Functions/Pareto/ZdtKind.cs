namespace Gaia.Worlds.Functions.Pareto;

/// <summary>Which of the ZDT functions.</summary>
internal enum ZdtKind
{
    /// <summary>A convex front.</summary>
    Convex = 1,

    /// <summary>A concave front.</summary>
    Concave = 2,

    /// <summary>A front of five pieces.</summary>
    Pieces = 3,

    /// <summary>A convex front behind 21^9 local ones.</summary>
    ManyFronts = 4,
}
