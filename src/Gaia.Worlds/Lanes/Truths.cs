using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Worlds.Lanes;

/// <summary>One truth in each of eight lanes: all bits of a lane, or none.</summary>
internal readonly struct Truths(Vector512<double> lanes) : IMask<Truths>
{
    private readonly Vector512<double> _lanes = lanes;

    public Vector512<double> Lanes => _lanes;

    /// <summary>A bit a lane, lane 0 the lowest.</summary>
    public int Bits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)_lanes.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator &(Truths left, Truths right) => new(left._lanes & right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Truths operator |(Truths left, Truths right) => new(left._lanes | right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Truths mask) => mask.Bits != 0;
}
