using System.Numerics;

namespace Gaia.Core.Numerics;

/// <summary>Logarithms of 128 divisors and the powers 2^(k/128): the common C library's tables, bit for bit.</summary>
/// <remarks>
/// Computed once from the rules that glibc states beside them (sysdeps/ieee754/dbl-64/e_pow_log_data.c, e_exp_data.c):
/// every number of both tables follows from its rule.
/// </remarks>
internal static class PowerTable
{
    public const int Rows = 128;

    /// <summary>Doubles in a row of <see cref="Logarithms"/>.</summary>
    public const int LogarithmColumns = 4;

    /// <summary>Doubles in a row of <see cref="Powers"/>.</summary>
    public const int PowerColumns = 2;

    /// <summary>Bits of 0.7057, where the first of the 128 intervals of [0.7057, 1.4115) begins.</summary>
    public const ulong FirstIntervalBits = 0x3fe6955500000000;

    private const int RowBits = 7;
    private const int MantissaBits = 52;

    /// <summary>Binary places that a logarithm keeps, so that whole multiples of ln 2 add to it exactly.</summary>
    private const int LogarithmPlaces = 43;

    /// <summary>[Rows, 4], row-major: 1/c with few bits, for c near the middle of the interval; ln c, cut; what the cut
    /// took; 0.</summary>
    public static readonly double[] Logarithms = BuildLogarithms();

    /// <summary>[Rows, 2], row-major: 2^(k/128) and how much the truth is greater, as a share of it.</summary>
    public static readonly double[] Powers = BuildPowers();

    private static double[] BuildLogarithms()
    {
        var values = new double[Rows * LogarithmColumns];
        for (var row = 0; row < Rows; row++)
        {
            var middle = FirstIntervalBits + ((ulong)row << (MantissaBits - RowBits))
                + (1UL << (MantissaBits - RowBits - 1));
            var centre = BitConverter.UInt64BitsToDouble(middle);
            // 1/c is a multiple of 1/128 where it exceeds 1, of 1/256 below.
            var numerator = centre < 1.0
                ? 2 * (int)Math.Floor(Rows / centre + 0.5)
                : (int)Math.Floor(2 * Rows / centre + 0.5);
            var logarithm = FixedPoint.Logarithm(2 * Rows, numerator);
            var cut = FixedPoint.NearestMultiple(logarithm, FixedPoint.Places - LogarithmPlaces);
            var of = values.AsSpan(row * LogarithmColumns, LogarithmColumns);
            of[0] = numerator / (2.0 * Rows);
            of[1] = FixedPoint.ToDouble(cut);
            of[2] = FixedPoint.ToDouble(logarithm - cut);
        }

        return values;
    }

    private static double[] BuildPowers()
    {
        var step = 2 * FixedPoint.One;
        for (var i = 0; i < RowBits; i++)
            step = FixedPoint.SquareRoot(step);

        var values = new double[Rows * PowerColumns];
        var power = FixedPoint.One;
        for (var row = 0; row < Rows; row++)
        {
            var (value, _) = FixedPoint.Split(power);
            var rounded = new BigInteger(Math.ScaleB(value, MantissaBits)) << (FixedPoint.Places - MantissaBits);
            values[row * PowerColumns] = value;
            values[row * PowerColumns + 1] = FixedPoint.ToDouble(((power - rounded) << FixedPoint.Places) / rounded);
            power = FixedPoint.Multiply(power, step);
        }

        return values;
    }
}
