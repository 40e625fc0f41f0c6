using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Contacts;

/// <summary>All contacts of a world.</summary>
[InlineArray(Capacity.Contacts)]
internal struct ContactArray
{
    private Contact _first;
}
