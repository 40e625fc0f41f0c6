using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Shapes;

/// <summary>Vertices or normals of one polygon.</summary>
[InlineArray(Capacity.PolygonVertices)]
internal struct VertexArray
{
    private Vec2 _first;
}
