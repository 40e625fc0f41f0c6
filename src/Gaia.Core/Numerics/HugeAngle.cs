namespace Gaia.Core.Numerics;

/// <summary>Takes whole quarter turns out of angles of more than 10^8 radians.</summary>
/// <remarks>
/// As glibc's branred does it (sysdeps/ieee754/dbl-64/branred.c), operation for operation, for its bits: the angle is
/// split into two halves of 26 bits, each is multiplied by the six digits of 2/pi (24 bits each) that can matter, and
/// whole turns are dropped from sum and digits. No fused multiply-add: the library compiles this part without.
/// </remarks>
internal static class HugeAngle
{
    private const double Splitter = (1 << 27) + 1.0;
    private const double RoundToInteger = 6755399441055744.0;

    /// <summary>1.5 * 2^54: adding it rounds to a multiple of four.</summary>
    private const double RoundToWholeTurn = 27021597764222976.0;

    private const double HalfPiHigh = 1.5707963267948966;
    private const double HalfPiLow = 6.123233995736766e-17;

    /// <summary>HalfPiHigh once more, in two parts of 26 bits.</summary>
    private const double HalfPiFirst = 1.5707963407039642;
    private const double HalfPiSecond = -1.3909067675399456e-08;

    private const double TwoToMinus24 = 1.0 / (1 << 24);
    private const int DigitBits = 24;
    private const int ScaleExponent = -600;
    private const int DigitScaleExponent = 576;

    /// <summary>The exponent field up to which the first digits of 2/pi serve.</summary>
    private const int FirstDigitExponent = 450;

    /// <inheritdoc cref="QuarterTurns.Reduce"/>
    public static int Reduce(double x, out double high, out double low)
    {
        x *= PowerOfTwo(ScaleExponent);
        var cut = x * Splitter;
        var upper = cut - (cut - x);
        OfHalf(upper, out var turns1, out var rest1, out var tail1);
        OfHalf(x - upper, out var turns2, out var rest2, out var tail2);

        var turns = turns1 + turns2;
        var rest = rest1 + rest2;
        var tail = Math.Abs(rest1) > Math.Abs(rest2) ? (rest1 - rest) + rest2 : (rest2 - rest) + rest1;
        if (rest > 0.5)
        {
            rest -= 1.0;
            turns += 1.0;
        }
        else if (rest < -0.5)
        {
            rest += 1.0;
            turns -= 1.0;
        }

        var sum = rest + (tail + tail1 + tail2);
        var error = ((rest - sum) + tail) + (tail1 + tail2);
        ToRadians(sum, error, out high, out low);
        return (int)turns;
    }

    /// <summary>Quarter turns of one half of the angle, modulo four, and the fraction left.</summary>
    private static void OfHalf(double x, out double turns, out double rest, out double tail)
    {
        var exponent = (int)(BitConverter.DoubleToUInt64Bits(x) >> 52) & 0x7FF;
        var first = Math.Max((exponent - FirstDigitExponent) / DigitBits, 0);
        var scale = PowerOfTwo(DigitScaleExponent - first * DigitBits);
        Span<double> products = stackalloc double[6];
        for (var i = 0; i < products.Length; i++)
        {
            var digit = (double)(QuarterTurns.Places((first + i) * DigitBits) >> (64 - DigitBits));
            products[i] = x * digit * scale;
            scale *= TwoToMinus24;
        }

        turns = 0.0;
        for (var i = 0; i < 3; i++)
        {
            var whole = (products[i] + RoundToInteger) - RoundToInteger;
            turns += whole;
            products[i] -= whole;
        }

        var sum = 0.0;
        for (var i = products.Length - 1; i >= 0; i--)
            sum += products[i];
        var error = products[0] - sum;
        for (var i = 1; i < products.Length; i++)
            error += products[i];

        var last = (sum + RoundToInteger) - RoundToInteger;
        turns += last;
        sum -= last;
        rest = sum + error;
        tail = (sum - rest) + error;
        turns -= (turns + RoundToWholeTurn) - RoundToWholeTurn;
    }

    private static void ToRadians(double fraction, double fractionTail, out double high, out double low)
    {
        var cut = fraction * Splitter;
        var first = cut - (cut - fraction);
        var second = fraction - first;
        var product = fraction * HalfPiHigh;
        var error = (((first * HalfPiFirst - product) + first * HalfPiSecond) + second * HalfPiFirst)
            + (second * HalfPiSecond + fraction * HalfPiLow + fractionTail * HalfPiHigh);
        high = product + error;
        low = (product - high) + error;
    }

    private static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
}
