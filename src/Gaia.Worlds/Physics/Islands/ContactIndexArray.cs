using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Islands;

/// <summary>Indices of contacts.</summary>
[InlineArray(Capacity.Contacts)]
internal struct ContactIndexArray
{
    private int _first;
}
