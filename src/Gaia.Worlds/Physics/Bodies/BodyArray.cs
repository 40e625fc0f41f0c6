using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Bodies;

/// <summary>All bodies of a world.</summary>
[InlineArray(Capacity.Bodies)]
internal struct BodyArray
{
    private RigidBody _first;
}
