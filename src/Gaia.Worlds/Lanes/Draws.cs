using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Lanes;

/// <summary>The numbers that a reset draws, each uniform in [0, 1), in the order of drawing.</summary>
[InlineArray(Capacity)]
internal struct Draws<TReal>
    where TReal : unmanaged
{
    /// <summary>Most draws that any world's reset makes.</summary>
    public const int Capacity = 4;

    private TReal _first;
}
