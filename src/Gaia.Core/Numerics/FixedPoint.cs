using System.Numerics;

namespace Gaia.Core.Numerics;

/// <summary>Exact enough numbers for tables: integers times 2^-200, rounded to doubles only at the end.</summary>
internal static class FixedPoint
{
    public const int Places = 200;

    private const int MantissaBits = 53;

    public static BigInteger One => BigInteger.One << Places;

    /// <summary>The product, cut to the places.</summary>
    public static BigInteger Multiply(BigInteger left, BigInteger right) => (left * right) >> Places;

    /// <summary>sin and cos of 1/divisor, by Taylor's series until its terms vanish.</summary>
    public static (BigInteger Sine, BigInteger Cosine) SineAndCosineOfInverse(int divisor)
    {
        var sums = new[] { BigInteger.Zero, BigInteger.Zero };
        var term = One;
        for (var power = 0; !term.IsZero; power++)
        {
            sums[power & 1] += (power & 2) == 0 ? term : -term;
            term /= divisor * (power + 1);
        }

        return (sums[1], sums[0]);
    }

    /// <summary>ln(numerator / denominator) by twice the series of the inverse hyperbolic tangent.</summary>
    /// <param name="numerator">Positive; the quotient not far from 1, else the series is long.</param>
    /// <param name="denominator">Positive.</param>
    public static BigInteger Logarithm(int numerator, int denominator)
    {
        BigInteger difference = numerator - denominator;
        BigInteger sum = numerator + denominator;
        var term = 2 * difference * One / sum;
        var result = BigInteger.Zero;
        for (var power = 1; !term.IsZero; power += 2)
        {
            result += term / power;
            term = term * difference * difference / (sum * sum);
        }

        return result;
    }

    /// <summary>The square root of a positive number.</summary>
    public static BigInteger SquareRoot(BigInteger value)
    {
        // Newton's iteration from above: it falls until it arrives.
        var square = value << Places;
        var root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + square / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    /// <summary>value as the nearest double, and the double nearest to what is left.</summary>
    public static (double Value, double Residue) Split(BigInteger value)
    {
        var rounded = Nearest(value, MantissaBits);
        return (ToDouble(rounded), ToDouble(value - rounded));
    }

    /// <summary>The nearest double.</summary>
    public static double ToDouble(BigInteger value)
    {
        var rounded = BigInteger.Abs(Nearest(value, MantissaBits));
        var shift = Math.Max((int)rounded.GetBitLength() - MantissaBits, 0);
        return value.Sign * Math.ScaleB((double)(ulong)(rounded >> shift), shift - Places);
    }

    /// <summary>value rounded to so many leading bits. Ties do not occur in the tables.</summary>
    private static BigInteger Nearest(BigInteger value, int bits)
    {
        var shift = (int)BigInteger.Abs(value).GetBitLength() - bits;
        return shift <= 0 ? value : NearestMultiple(value, shift);
    }

    /// <summary>value rounded to a multiple of 2^shift units.</summary>
    public static BigInteger NearestMultiple(BigInteger value, int shift)
    {
        var magnitude = BigInteger.Abs(value) + (BigInteger.One << (shift - 1));
        return value.Sign * ((magnitude >> shift) << shift);
    }
}
