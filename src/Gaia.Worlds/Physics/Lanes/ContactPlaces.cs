using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Places in the lanes of an island's contacts.</summary>
[InlineArray(IslandShape.MaxContacts)]
internal struct ContactPlaces
{
    private byte _first;
}
