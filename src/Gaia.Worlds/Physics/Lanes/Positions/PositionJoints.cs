using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>The joints of eight islands.</summary>
[InlineArray(Capacity.Joints)]
internal struct PositionJoints
{
    private PositionJoint _first;
}
