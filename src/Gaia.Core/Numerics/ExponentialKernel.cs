using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>e^x - 1 after whole powers of two are taken out of e^x.</summary>
/// <remarks>
/// x = power * ln 2 + r with |r| below 0.3466; then Taylor's polynomial up to r^14, whose rest is under 2^-63. The
/// first two terms are added in double-double.
/// </remarks>
internal static class ExponentialKernel
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>ln 2 cut after 33 bits, so that its product with a power below 2^20 is exact, and the rest.</summary>
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>1.5 * 2^52: adding it rounds to a whole number, which then stands in the lowest bits.</summary>
    private const double RoundToInteger = 6755399441055744.0;

    /// <summary>e^x = 2^power * (1 + high + low).</summary>
    /// <param name="x">|x| at most 1000.</param>
    /// <param name="high">e^r - 1, rounded.</param>
    /// <param name="low">What that rounding took, to about 2^-60 of high.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Reduce(double x, out double high, out double low)
    {
        var shifted = x * Log2E + RoundToInteger;
        var power = shifted - RoundToInteger;
        DoubleDouble.Add(x - power * Ln2High, -(power * Ln2Low), out var r, out var rTail);

        var r2 = r * r;
        var r4 = r2 * r2;
        var rest =
            (((1.0 / 6 + r * (1.0 / 24)) + r2 * (1.0 / 120 + r * (1.0 / 720)))
                + r4 * ((1.0 / 5040 + r * (1.0 / 40320)) + r2 * (1.0 / 362880 + r * (1.0 / 3628800))))
            + (r4 * r4)
            * ((1.0 / 39916800 + r * (1.0 / 479001600))
                + r2 * (1.0 / 6227020800 + r * (1.0 / 87178291200)));

        DoubleDouble.Multiply(r, r, out var square, out var squareTail);
        DoubleDouble.AddSmaller(r, 0.5 * square, out var head, out var tail);
        tail += 0.5 * squareTail + (r * r2 * rest + rTail * (1.0 + r));
        DoubleDouble.AddSmaller(head, tail, out high, out low);
        return (int)BitConverter.DoubleToInt64Bits(shifted);
    }

    /// <summary>2^power.</summary>
    /// <param name="power">-1022 to 1023.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((long)(power + 1023) << 52);
}
