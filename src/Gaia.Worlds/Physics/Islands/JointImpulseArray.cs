using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Two impulses of every joint of an island.</summary>
[InlineArray(Capacity.Joints)]
internal struct JointImpulseArray
{
    private Vec2 _first;
}
