using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Shapes;

/// <summary>The polygon of every moving body.</summary>
[InlineArray(Capacity.Bodies)]
internal struct PolygonArray
{
    private PolygonShape _first;
}
