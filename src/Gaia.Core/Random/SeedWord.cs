using System.Runtime.CompilerServices;

namespace Gaia.Core.Random;

/// <summary>A word of one seed.</summary>
internal readonly struct SeedWord(uint value) : ISeedWord<SeedWord>
{
    private const int Fold = 16;

    public uint Value { get; } = value;

    public static SeedWord Of(uint value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SeedWord Hash(SeedWord word, uint before, uint after) =>
        Folded((word.Value ^ before) * after);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SeedWord Mix(SeedWord left, uint leftFactor, SeedWord right, uint rightFactor) =>
        Folded(left.Value * leftFactor - right.Value * rightFactor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static SeedWord Folded(uint value) => new(value ^ (value >> Fold));
}
