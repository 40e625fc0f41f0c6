using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Joints;

/// <summary>All joints of a world.</summary>
[InlineArray(Capacity.Joints)]
internal struct JointArray
{
    private RevoluteJoint _first;
}
