using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Shapes;

/// <summary>All polygons of a world.</summary>
[InlineArray(Capacity.Polygons)]
internal struct PolygonArray
{
    private PolygonShape _first;
}
