using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Terrain;

/// <summary>All resting polygons of a world.</summary>
[InlineArray(Capacity.TerrainPolygons)]
internal struct TerrainPolygonArray
{
    private PolygonShape _first;
}
