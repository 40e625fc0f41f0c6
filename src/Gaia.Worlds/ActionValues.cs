using System.Runtime.CompilerServices;

namespace Gaia.Worlds;

/// <summary>Components of a continuous action; unused by discrete worlds.</summary>
[InlineArray(Capacity)]
public struct ActionValues
{
    /// <summary>Most components any world takes: the four joints of a walker.</summary>
    public const int Capacity = 4;

    private float _first;
}
