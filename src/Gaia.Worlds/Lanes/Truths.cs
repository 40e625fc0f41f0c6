using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Lanes;

/// <summary>One truth in each of eight lanes: all bits of a lane, or none.</summary>
internal readonly struct Truths(Vector256<double> low, Vector256<double> high) : IMask<Truths>
{
    private const int HalfWidth = WorldLanes.Width / 2;

    private readonly Vector256<double> _low = low;
    private readonly Vector256<double> _high = high;

    public Vector256<double> Low => _low;

    public Vector256<double> High => _high;

    /// <summary>A bit a lane, lane 0 the lowest.</summary>
    public int Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(_low.ExtractMostSignificantBits() | (_high.ExtractMostSignificantBits() << HalfWidth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator &(Truths left, Truths right) => new(left._low & right._low, left._high & right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator |(Truths left, Truths right) => new(left._low | right._low, left._high | right._high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Truths mask) => (mask._low | mask._high).ExtractMostSignificantBits() != 0;
}
