using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Indices of joints.</summary>
[InlineArray(Capacity.Joints)]
internal struct JointIndexArray
{
    private int _first;
}
