using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Two impulses of every contact point of an island.</summary>
[InlineArray(2 * Capacity.Contacts)]
internal struct ContactImpulseArray
{
    private Vec2 _first;
}
