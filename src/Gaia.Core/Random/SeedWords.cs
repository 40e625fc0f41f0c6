using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Random;

/// <summary>A word of each of eight seeds.</summary>
internal readonly struct SeedWords(Vector256<uint> lanes) : ISeedWord<SeedWords>
{
    public const int Width = 8;

    private const int Fold = 16;

    private readonly Vector256<uint> _lanes = lanes;

    public Vector256<uint> Lanes => _lanes;

    public static SeedWords Of(uint value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SeedWords Hash(SeedWords word, uint before, uint after) =>
        Folded((word._lanes ^ Vector256.Create(before)) * Vector256.Create(after));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SeedWords Mix(SeedWords left, uint leftFactor, SeedWords right, uint rightFactor) =>
        Folded(left._lanes * Vector256.Create(leftFactor) - right._lanes * Vector256.Create(rightFactor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SeedWords Folded(Vector256<uint> value) => new(value ^ (value >> Fold));
}
