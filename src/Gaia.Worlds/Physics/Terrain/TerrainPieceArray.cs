using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Terrain;

/// <summary>All resting pieces of a world, in the order of their creation.</summary>
[InlineArray(Capacity.TerrainPieces)]
internal struct TerrainPieceArray
{
    private TerrainPiece _first;
}
