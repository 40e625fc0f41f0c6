using System.Numerics;

namespace Gaia.Core.Tests.Numerics;

/// <summary>Elementary functions in 320 binary places: the oracle that StrictMath is held to.</summary>
/// <remarks>
/// A number is an integer times 2^-320. Series are summed until a term vanishes, after the argument was halved or
/// reduced; the error stays far below 2^-200, so every deviation seen is StrictMath's.
/// </remarks>
internal static class BinaryReal
{
    private const int Places = 320;

    private static readonly BigInteger One = BigInteger.One << Places;

    /// <summary>pi in as many places as the largest double needs to be reduced.</summary>
    private const int PiPlaces = 1024 + Places + 64;

    /// <summary>Machin's formula.</summary>
    private static readonly BigInteger Pi = 16 * ArcTangentOfInverse(5) - 4 * ArcTangentOfInverse(239);

    /// <summary>How far an approximation is from the truth, in units of the truth's last place in double.</summary>
    public static double UlpError(double approximation, BigInteger truth)
    {
        var difference = BigInteger.Abs(FromDouble(approximation) - truth);
        var lastPlace = Math.Max((int)BigInteger.Abs(truth).GetBitLength() - 53, Places - 1074);
        return (double)((difference << 64) >> lastPlace) / 18446744073709551616.0;
    }

    public static BigInteger FromDouble(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = new BigInteger(bits & 0xFFFFFFFFFFFFF);
        if (exponent != 0)
            mantissa += BigInteger.One << 52;
        var shift = Math.Max(exponent, 1) - 1075 + Places;
        var scaled = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -scaled : scaled;
    }

    public static BigInteger Sin(double value) => Series(Angle(value), 1, 2, alternating: true);

    public static BigInteger Cos(double value) => Series(Angle(value), 0, 2, alternating: true);

    public static BigInteger Exp(double value)
    {
        const int halvings = 10;
        var result = Series(FromDouble(value) >> halvings, 0, 1, alternating: false);
        for (var i = 0; i < halvings; i++)
            result = result * result >> Places;
        return result;
    }

    public static BigInteger Tanh(double value)
    {
        var square = Exp(2 * value);
        return ((square - One) << Places) / (square + One);
    }

    /// <summary>Newton's iteration on the exponential, from the double logarithm.</summary>
    public static BigInteger Log(double value)
    {
        var target = FromDouble(value);
        var guess = Math.Log(value);
        var quotient = (target << Places) / Exp(guess);
        // value = e^guess * (1 + d) with d near 2^-50: seven terms of log(1 + d) reach below 2^-300.
        var d = quotient - One;
        var result = FromDouble(guess);
        var power = One;
        for (var n = 1; n <= 7; n++)
        {
            power = power * d >> Places;
            result += (n & 1) == 1 ? power / n : -(power / n);
        }

        return result;
    }

    private static BigInteger Series(BigInteger x, int firstPower, int step, bool alternating)
    {
        var term = firstPower == 0 ? One : x;
        var sum = BigInteger.Zero;
        for (var power = firstPower; !term.IsZero && power < 1000;)
        {
            sum += term;
            for (var i = 0; i < step; i++)
            {
                power++;
                term = (term * x >> Places) / power;
            }

            if (alternating)
                term = -term;
        }

        return sum;
    }

    private static BigInteger Angle(double value) =>
        BigInteger.Remainder(FromDouble(value) << (PiPlaces - Places), 2 * Pi) >> (PiPlaces - Places);

    private static BigInteger ArcTangentOfInverse(int n)
    {
        var term = (BigInteger.One << PiPlaces) / n;
        var sum = term;
        for (var k = 3; !term.IsZero; k += 2)
        {
            term = -term / (n * n);
            sum += term / k;
        }

        return sum;
    }
}
