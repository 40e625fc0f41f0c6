using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>Takes whole quarter turns out of an angle.</summary>
/// <remarks>
/// Up to 2^20 by Cody and Waite's method: pi/2 as three parts of 33 bits, whose products with the number of turns are
/// exact, and a tail, 151 bits in all. Beyond by Payne and Hanek's ("Radian Reduction for Trigonometric Functions",
/// 1983): only the 192 bits of 2/pi that can matter are multiplied.
/// </remarks>
internal static class QuarterTurns
{
    /// <summary>Largest angle, in radians, for the first method: the number of turns keeps 20 bits.</summary>
    private const double LargestPlain = 1048576.0;

    private const double TurnsPerRadian = 0.6366197723675814;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which then stands in the lowest bits.</summary>
    private const double RoundToInteger = 6755399441055744.0;

    private const double HalfPi0 = 1.5707963267341256;
    private const double HalfPi1 = 6.077100506303966e-11;
    private const double HalfPi2 = 2.0222662487111665e-21;
    private const double HalfPi3 = 8.4784276603689e-32;
    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    private const double TwoToMinus53 = 1.0 / (1UL << 53);
    private const int SkippedWordBits = 64;

    /// <summary>The binary places of 2/pi after one word of zeros: what the largest double can meet.</summary>
    private static ReadOnlySpan<ulong> TwoOverPi =>
    [
        0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
        0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41,
        0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7,
        0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
    ];

    /// <summary>x = turns * pi/2 + high + low, with |high| below pi/4 and a little.</summary>
    /// <param name="x">Finite, in radians.</param>
    /// <param name="high">The rest, rounded to double.</param>
    /// <param name="low">What that rounding took.</param>
    /// <returns>The number of quarter turns; only its last two bits matter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Reduce(double x, out double high, out double low)
    {
        if (!(Math.Abs(x) <= LargestPlain))
            return ReduceHuge(x, out high, out low);

        var shifted = x * TurnsPerRadian + RoundToInteger;
        var turns = shifted - RoundToInteger;
        DoubleDouble.Add(x - turns * HalfPi0, -(turns * HalfPi1), out var rest, out var error);
        DoubleDouble.Add(rest, -(turns * HalfPi2), out rest, out var secondError);
        DoubleDouble.Add(rest, (error + secondError) - turns * HalfPi3, out high, out low);
        return (int)BitConverter.DoubleToInt64Bits(shifted);
    }

    /// <summary>64 binary places of 2/pi, from one on: 0 is the first after the point, -64 the least.</summary>
    public static ulong Places(int first)
    {
        var word = (first + SkippedWordBits) >> 6;
        var shift = first & 63;
        return shift == 0 ? TwoOverPi[word] : (TwoOverPi[word] << shift) | (TwoOverPi[word + 1] >> (64 - shift));
    }

    private static int ReduceHuge(double x, out double high, out double low)
    {
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var mantissa = (bits & 0x000FFFFFFFFFFFFF) | 0x0010000000000000;
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;

        // Places of 2/pi whose product with the mantissa is a multiple of four quarter turns are skipped.
        var firstPlace = exponent - 2;
        var window2 = Places(firstPlace);
        var window1 = Places(firstPlace + 64);
        var window0 = Places(firstPlace + 128);

        // The product modulo 2^192: four quarter turns are 2^192.
        var carry0 = Math.BigMul(mantissa, window0, out var product0);
        var carry1 = Math.BigMul(mantissa, window1, out var product1);
        product1 += carry0;
        carry1 += product1 < carry0 ? 1UL : 0UL;
        var product2 = mantissa * window2 + carry1;

        var turns = (int)(product2 >> 62);
        var fraction2 = (product2 << 2) | (product1 >> 62);
        var fraction1 = (product1 << 2) | (product0 >> 62);
        var fraction0 = product0 << 2;
        var sign = 1.0;
        if ((long)fraction2 < 0)
        {
            // Nearer to the next quarter turn: go there and come back by the complement.
            turns++;
            sign = -1.0;
            fraction2 = ~fraction2;
            fraction1 = ~fraction1;
            fraction0 = ~fraction0;
        }

        FractionToRadians(fraction2, fraction1, fraction0, out high, out low);
        var negative = (long)bits < 0;
        sign = negative ? -sign : sign;
        high *= sign;
        low *= sign;
        return negative ? -turns : turns;
    }

    /// <summary>A fraction of a quarter turn, 192 binary places, as radians.</summary>
    private static void FractionToRadians(
        ulong fraction2, ulong fraction1, ulong fraction0, out double high, out double low)
    {
        var scale = 1.0;
        if (fraction2 == 0)
        {
            // No double comes closer than about 2^-62 to a multiple of pi/2, so one word may vanish, never two.
            fraction2 = fraction1;
            fraction1 = fraction0;
            fraction0 = 0;
            scale = 1.0 / 18446744073709551616.0;
        }

        var zeros = (int)ulong.LeadingZeroCount(fraction2);
        if (zeros > 0)
        {
            fraction2 = (fraction2 << zeros) | (fraction1 >> (64 - zeros));
            fraction1 = (fraction1 << zeros) | (fraction0 >> (64 - zeros));
            scale *= BitConverter.UInt64BitsToDouble((ulong)(1023 - zeros) << 52);
        }

        var first = (fraction2 >> 11) * (TwoToMinus53 * scale);
        var second = ((fraction2 << 53) | (fraction1 >> 11)) >> 11;
        var tail = second * (TwoToMinus53 * TwoToMinus53 * scale);
        DoubleDouble.Multiply(first, HalfPiHigh, out var product, out var error);
        DoubleDouble.AddSmaller(product, error + (first * HalfPiLow + tail * HalfPiHigh), out high, out low);
    }
}
