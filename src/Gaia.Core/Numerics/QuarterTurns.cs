using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>Takes whole quarter turns out of an angle.</summary>
/// <remarks>
/// As glibc's reduce_sincos does it (since 2.28; sysdeps/ieee754/dbl-64/s_sin.c): Cody and Waite's method with pi/2 as
/// two parts of about 28 bits, a third and a tail, 136 bits in all, and products that are not rounded before they are
/// subtracted. Beyond its range see <see cref="HugeAngle"/>.
/// </remarks>
internal static class QuarterTurns
{
    /// <summary>From here on, in radians, <see cref="HugeAngle"/> serves.</summary>
    public const double PlainLimit = 105414336.0;

    public const double TurnsPerRadian = 0.6366197723675814;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which then stands in the lowest bits.</summary>
    public const double RoundToInteger = 6755399441055744.0;

    public const double HalfPi0 = 1.5707963407039642;
    public const double HalfPi1 = -1.3909067564377153e-08;
    public const double HalfPi2 = -4.97899623147991e-17;
    public const double HalfPi3 = -1.9034889620193266e-25;

    private const int SkippedWordBits = 64;

    /// <summary>The binary places of 2/pi after one word of zeros: what the largest double can meet.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
        0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41,
        0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7,
        0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
    ];

    /// <summary>x = turns * pi/2 + high + low, with |high| at most pi/4 and a little.</summary>
    /// <param name="x">Finite, in radians.</param>
    /// <param name="high">The rest, rounded to double.</param>
    /// <param name="low">What that rounding took.</param>
    /// <returns>The number of quarter turns; only its last two bits matter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Reduce(double x, out double high, out double low)
    {
        if (!(Math.Abs(x) < PlainLimit))
            return HugeAngle.Reduce(x, out high, out low);

        var shifted = Math.FusedMultiplyAdd(x, TurnsPerRadian, RoundToInteger);
        var turns = shifted - RoundToInteger;
        var rest = Math.FusedMultiplyAdd(-turns, HalfPi0, x);
        rest = Math.FusedMultiplyAdd(-turns, HalfPi1, rest);
        var finer = Math.FusedMultiplyAdd(-turns, HalfPi2, rest);
        var error = Math.FusedMultiplyAdd(-turns, HalfPi2, rest - finer);
        high = Math.FusedMultiplyAdd(-turns, HalfPi3, finer);
        low = error + Math.FusedMultiplyAdd(-turns, HalfPi3, finer - high);
        return (int)BitConverter.DoubleToInt64Bits(shifted);
    }

    /// <summary>64 binary places of 2/pi, from one on: 0 is the first after the point, -64 the least.</summary>
    public static ulong Places(int first)
    {
        var word = (first + SkippedWordBits) >> 6;
        var shift = first & 63;
        return shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }
}
