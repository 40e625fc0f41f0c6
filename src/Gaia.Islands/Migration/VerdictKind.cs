namespace Gaia.Islands.Migration;

/// <summary>What re-evaluation said about a pulled elite.</summary>
public enum VerdictKind
{
    /// <summary>Id and score are what was announced.</summary>
    Accepted,

    /// <summary>Refused: the server sent another number of parameters.</summary>
    WrongLength,

    /// <summary>Refused: the server sent NaN or an infinity.</summary>
    NotFinite,

    /// <summary>Refused: the server sent another genome than the announced one.</summary>
    WrongId,

    /// <summary>Refused: the genome is the announced one and scores differently. The origin's signature proves
    /// it.</summary>
    FalseScore,
}
