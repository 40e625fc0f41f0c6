using System.Numerics;

namespace Gaia.Core.Numerics;

/// <summary>sin and cos of k/128, each as a double and the rest that its rounding left.</summary>
/// <remarks>
/// <para>Row k is (sin, its rest, cos, its rest), 32 bytes. Computed once, in 200 binary places. A plain array that
/// never moves, so that vector loads and device kernels take it as it is.</para>
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
        var (sineStep, cosineStep) = FixedPoint.SineAndCosineOfInverse(Rows);
        var (sine, cosine) = (BigInteger.Zero, FixedPoint.One);
        for (var row = 0; row < Rows; row++)
        {
            var of = values.AsSpan(row * Columns, Columns);
            (of[Sine], of[Sine + 1]) = FixedPoint.Split(sine);
            (of[Cosine], of[Cosine + 1]) = FixedPoint.Split(cosine);
            (sine, cosine) = (
                FixedPoint.Multiply(sine, cosineStep) + FixedPoint.Multiply(cosine, sineStep),
                FixedPoint.Multiply(cosine, cosineStep) - FixedPoint.Multiply(sine, sineStep));
        }

        foreach (var (row, column, units) in Moved)
        {
            ref var rest = ref values[row * Columns + column + 1];
            rest = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(rest) + units);
        }

        return values;
    }
}
