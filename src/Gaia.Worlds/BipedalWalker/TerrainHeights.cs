using System.Runtime.CompilerServices;

namespace Gaia.Worlds.BipedalWalker;

/// <summary>Height of every point of the terrain, in metres.</summary>
[InlineArray(WalkerGeometry.TerrainPoints)]
internal struct TerrainHeights
{
    private double _first;
}
