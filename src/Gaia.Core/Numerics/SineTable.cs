using System.Numerics;

namespace Gaia.Core.Numerics;

/// <summary>sin and cos of k/128, each as a double and the rest that its rounding left.</summary>
/// <remarks>
/// <para>Row k is (sin, its rest, cos, its rest), 32 bytes. Computed once, in exact integer arithmetic with 200 binary
/// places. A plain array that never moves, so that vector loads and device kernels take it as it is.</para>
/// <para>The common C library's table (glibc, sysdeps/ieee754/dbl-64/sincostab.c) was computed with fewer places: 18 of
/// its 220 rests are not the nearest double. As results are to have its bits, those are moved to its values.</para>
/// </remarks>
internal static class SineTable
{
    /// <summary>Doubles in a row.</summary>
    public const int Columns = 4;

    /// <summary>The library has 110 rows and reads no other. A power of two makes any masked index a valid one.
    /// </summary>
    public const int Rows = 128;

    private const int Places = 200;
    private const int MantissaBits = 53;
    private const int Sine = 0;
    private const int Cosine = 2;

    /// <summary>Row, column of the value whose rest is moved, and by how many units of its last place.</summary>
    private static readonly (int Row, int Column, int Units)[] Moved =
    [
        (2, Sine, 1), (10, Sine, 1), (23, Sine, 39), (26, Cosine, 1), (27, Sine, 1), (33, Sine, 1), (34, Sine, 1),
        (36, Sine, 1), (40, Sine, -2), (44, Cosine, 1), (70, Cosine, 1), (75, Sine, 1), (75, Cosine, -2),
        (79, Cosine, 1), (85, Sine, 1), (90, Sine, -2), (94, Sine, 1), (107, Sine, 1),
    ];

    /// <summary>[Rows, Columns], row-major, pinned.</summary>
    public static readonly double[] Values = Build();

    private static double[] Build()
    {
        var values = GC.AllocateArray<double>(Rows * Columns, pinned: true);
        var one = BigInteger.One << Places;
        var (sineStep, cosineStep) = OfStep(one);
        var (sine, cosine) = (BigInteger.Zero, one);
        for (var row = 0; row < Rows; row++)
        {
            Split(sine, values.AsSpan(row * Columns + Sine));
            Split(cosine, values.AsSpan(row * Columns + Cosine));
            (sine, cosine) = (
                (sine * cosineStep + cosine * sineStep) >> Places,
                (cosine * cosineStep - sine * sineStep) >> Places);
        }

        foreach (var (row, column, units) in Moved)
        {
            ref var rest = ref values[row * Columns + column + 1];
            rest = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(rest) + units);
        }

        return values;
    }

    /// <summary>sin and cos of 1/128 by Taylor's series, until its terms vanish.</summary>
    private static (BigInteger Sine, BigInteger Cosine) OfStep(BigInteger one)
    {
        var sums = new[] { BigInteger.Zero, BigInteger.Zero };
        var term = one;
        for (var power = 0; !term.IsZero; power++)
        {
            sums[power & 1] += (power & 2) == 0 ? term : -term;
            term /= 128 * (power + 1);
        }

        return (sums[1], sums[0]);
    }

    /// <summary>The nearest double, and the double nearest to what is left.</summary>
    private static void Split(BigInteger value, Span<double> pair)
    {
        pair[0] = Nearest(value, out var taken);
        pair[1] = Nearest(value - taken, out _);
    }

    private static double Nearest(BigInteger value, out BigInteger taken)
    {
        // Ties do not occur but for 0 and 1, which are exact.
        var magnitude = BigInteger.Abs(value);
        var shift = Math.Max((int)magnitude.GetBitLength() - MantissaBits, 1);
        var mantissa = (magnitude + (BigInteger.One << (shift - 1))) >> shift;
        taken = value.Sign * (mantissa << shift);
        return value.Sign * Math.ScaleB((double)(ulong)mantissa, shift - Places);
    }
}
