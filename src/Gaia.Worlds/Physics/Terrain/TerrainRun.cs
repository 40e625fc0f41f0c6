namespace Gaia.Worlds.Physics.Terrain;

/// <summary>Consecutive pieces whose boxes begin and end ever further to the right.</summary>
internal struct TerrainRun
{
    public int First;

    /// <summary>One past the last piece.</summary>
    public int End;

    /// <summary>Where the first piece's box ends.</summary>
    public float FirstUpperX;

    /// <summary>Mean number of pieces on a metre, from which the place of a piece is guessed.</summary>
    public float PiecesPerMetre;
}
