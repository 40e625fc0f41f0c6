using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Lanes;

/// <summary>The components of an observation before they are rounded to float32.</summary>
[InlineArray(Capacity)]
internal struct Views<TReal>
    where TReal : unmanaged
{
    /// <summary>Most components that any world shows.</summary>
    public const int Capacity = 6;

    private TReal _first;
}
