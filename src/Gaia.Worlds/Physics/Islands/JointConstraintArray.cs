using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Joints;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>The joints of one island, prepared for its solver.</summary>
[InlineArray(Capacity.Joints)]
internal struct JointConstraintArray
{
    private JointConstraint _first;
}
