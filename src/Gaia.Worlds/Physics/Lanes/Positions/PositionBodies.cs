using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>The bodies of eight islands.</summary>
[InlineArray(Capacity.Bodies)]
internal struct PositionBodies
{
    private PositionBody _first;
}
