using System.Runtime.CompilerServices;
using Gaia.Worlds.Physics.Contacts;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>The touching contacts of one island, prepared for its solver.</summary>
[InlineArray(Capacity.Contacts)]
internal struct ContactConstraintArray
{
    private ContactConstraint _first;
}
