using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Terrain;

/// <summary>All runs of a terrain.</summary>
[InlineArray(Capacity.TerrainRuns)]
internal struct TerrainRunArray
{
    private TerrainRun _first;
}
