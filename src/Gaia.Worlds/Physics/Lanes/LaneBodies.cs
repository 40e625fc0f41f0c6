using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>The moving bodies of eight islands.</summary>
[InlineArray(Capacity.Bodies)]
internal struct LaneBodies
{
    private LaneBody _first;
}
