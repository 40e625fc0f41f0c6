using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>One quantity in each of eight islands, for every iteration of a block.</summary>
[InlineArray(LaneIslands.BlockIterations)]
internal struct LaneSteps
{
    private Vector256<float> _first;
}
