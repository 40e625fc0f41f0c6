using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Everything that an iteration reads and changes, in eight islands.</summary>
[InlineArray(Values)]
internal struct LaneSnapshot
{
    private const int Values =
        (3 * Capacity.Bodies) + (2 * Capacity.Joints) + (4 * IslandShape.MaxContacts);

    private Vector256<float> _first;
}
