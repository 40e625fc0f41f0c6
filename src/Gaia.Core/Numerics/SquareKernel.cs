using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>x^2 as the common C library's pow computes it: by logarithm and exponential.</summary>
/// <remarks>
/// After glibc's pow (since 2.28; sysdeps/ieee754/dbl-64/e_pow.c), in its form with fused multiply-add, for the
/// exponent 2 alone. Its error stays below 0.51 units of the last place for numbers of usual size, so it is the
/// rounded product wherever that is not near the middle between two doubles; only there (1 argument in 40) the long
/// way is taken.
/// </remarks>
internal static class SquareKernel
{
    /// <summary>Squares within these limits are off by 0.0101 units at most, rounding apart: the exponential by 0.009,
    /// the logarithm by 2^-67.6 times at most 28.</summary>
    public const double SmallestSafe = 1.0 / (1L << 40);
    public const double LargestSafe = 1L << 40;

    /// <summary>What rounding may take, in units of 2^exponent of the product: 0.489 of a unit of its last place.
    /// </summary>
    public const double Safe = 0.489 / (1L << 52);

    public const ulong ExponentMask = 0xFFFUL << 52;

    /// <summary>Within these magnitudes nothing overflows or becomes subnormal on the long way.</summary>
    private const double Smallest = 1e-100;
    private const double Largest = 1e+100;

    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;
    private const double RowsPerLn2 = 1.4426950408889634 * PowerTable.Rows;
    private const double RoundToInteger = 6755399441055744.0;
    private const double Ln2PerRowHigh = -0.005415212348111709;
    private const double Ln2PerRowLow = -1.2864023111638346e-14;

    /// <summary>x^2; the product itself beyond 1e-100 and 1e100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Square(double x)
    {
        var product = x * x;
        var lost = Math.Abs(Math.FusedMultiplyAdd(x, x, -product));
        var power = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(product) & ExponentMask);
        // Below a power of two the doubles lie twice as close: such products go the long way too.
        var isProduct = lost < Safe * power && product > power && product > SmallestSafe && product < LargestSafe;
        return isProduct ? product : Other(x);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Other(double x)
    {
        var magnitude = Math.Abs(x);
        return magnitude >= Smallest && magnitude <= Largest ? ByLogarithm(magnitude) : x * x;
    }

    /// <summary>The long way.</summary>
    /// <param name="x">1e-100 to 1e100.</param>
    public static double ByLogarithm(double x)
    {
        Logarithm(x, out var high, out var low);
        return Exponential(2.0 * high, 2.0 * low);
    }

    /// <summary>ln x to about 68 bits.</summary>
    private static void Logarithm(double x, out double high, out double low)
    {
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var offset = bits - PowerTable.FirstIntervalBits;
        var row = PowerTable.Logarithms.AsSpan((int)((offset >> 45) & 127) * PowerTable.LogarithmColumns, 3);
        double power = (long)offset >> 52;
        var z = BitConverter.UInt64BitsToDouble(bits - (offset & ExponentMask));

        var r = Math.FusedMultiplyAdd(z, row[0], -1.0);
        var whole = Math.FusedMultiplyAdd(power, Ln2High, row[1]);
        var sum = whole + r;
        var error1 = Math.FusedMultiplyAdd(power, Ln2Low, row[2]);
        var error2 = whole - sum + r;

        var half = -0.5 * r;
        var second = r * half;
        var third = r * second;
        var head = sum + second;
        var error3 = Math.FusedMultiplyAdd(half, r, -second);
        var error4 = sum - head + second;
        var rest = Math.FusedMultiplyAdd(
            second,
            Math.FusedMultiplyAdd(
                second,
                Math.FusedMultiplyAdd(r, 1.0000415263675542, -1.142909628459501),
                Math.FusedMultiplyAdd(r, -0.6666666663487739, 0.7999999995323976)),
            Math.FusedMultiplyAdd(r, 0.5000000000000007, -0.6666666666666679));
        var tail = Math.FusedMultiplyAdd(third, rest, error1 + error2 + error3 + error4);
        high = head + tail;
        low = head - high + tail;
    }

    /// <summary>e^(x + tail).</summary>
    private static double Exponential(double x, double tail)
    {
        var shifted = Math.FusedMultiplyAdd(RowsPerLn2, x, RoundToInteger);
        var count = BitConverter.DoubleToInt64Bits(shifted);
        var rows = shifted - RoundToInteger;
        var r = Math.FusedMultiplyAdd(rows, Ln2PerRowLow, Math.FusedMultiplyAdd(rows, Ln2PerRowHigh, x)) + tail;
        var row = PowerTable.Powers.AsSpan((int)(count & (PowerTable.Rows - 1)) * PowerTable.PowerColumns, 2);
        var scale = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(row[0]) + (count >> 7 << 52));

        var r2 = r * r;
        var sum = row[1] + r;
        sum = Math.FusedMultiplyAdd(r2, Math.FusedMultiplyAdd(r, 0.16666666666665886, 0.49999999999996786), sum);
        sum = Math.FusedMultiplyAdd(
            r2 * r2, Math.FusedMultiplyAdd(r, 0.008333335853059549, 0.0416666808410674), sum);
        return Math.FusedMultiplyAdd(scale, sum, scale);
    }
}
