namespace Gaia.Worlds.BipedalWalker;

/// <summary>What a stretch of terrain is; the numbers are what the reference draws.</summary>
internal enum TerrainKind
{
    Grass,
    Stump,
    Stairs,
    Pit,
}
