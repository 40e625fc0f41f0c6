using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Lanes.Positions;

/// <summary>The contacts of eight islands: the ranks of one body after those of another.</summary>
[InlineArray(IslandShape.MaxContacts)]
internal struct PositionContacts
{
    private PositionContact _first;
}
