using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>The joints of eight islands.</summary>
[InlineArray(Capacity.Joints)]
internal struct LaneJoints
{
    private LaneJoint _first;
}
