using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Shapes;

/// <summary>All edges of a world.</summary>
[InlineArray(Capacity.Edges)]
internal struct EdgeArray
{
    private EdgeShape _first;
}
