using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Bbob;

/// <summary>The random numbers of the BBOB functions.</summary>
/// <remarks>
/// Park and Miller's generator (16807 modulo 2^31 - 1) behind a Bays-Durham shuffle of 32 entries, and Box-Muller on
/// top of it. As in COCO's src/suite_bbob_legacy_code.c, where every draw starts over from a seed: a seed names a whole
/// vector, and the first values of a longer draw are those of a shorter one (but for Gaussian numbers, whose angles
/// follow after all radii).
/// </remarks>
internal static class BbobDraws
{
    private const long Modulus = 2147483647;
    private const long Multiplier = 16807;
    private const int TableSize = 32;
    private const int WarmUp = 8;

    /// <summary>2^26 + 1: cuts the generator's range into 32 parts.</summary>
    private const long Part = 67108865;

    /// <summary>Stands for 0, whose logarithm nobody could use.</summary>
    private const double AlmostZero = 1e-99;

    /// <summary>Numbers between 0 and 1.</summary>
    /// <param name="seed">Below 1 counts as 1.</param>
    /// <param name="values">Overwritten.</param>
    public static void Uniform(long seed, Span<double> values)
    {
        long current = Math.Max(seed, 1);
        Span<long> table = stackalloc long[TableSize];
        for (int i = TableSize + WarmUp - 1; i >= 0; i--)
        {
            current = current * Multiplier % Modulus;
            if (i < TableSize)
                table[i] = current;
        }

        long drawn = table[0];
        for (int i = 0; i < values.Length; i++)
        {
            current = current * Multiplier % Modulus;
            int at = (int)(drawn / Part);
            drawn = table[at];
            table[at] = current;
            values[i] = drawn == 0 ? AlmostZero : drawn / 2.147483647e9;
        }
    }

    /// <summary>Standard normal numbers.</summary>
    /// <param name="seed">Below 1 counts as 1.</param>
    /// <param name="count">How many.</param>
    public static double[] Gaussian(long seed, int count)
    {
        var uniform = new double[2 * count];
        Uniform(seed, uniform);
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            double radius = Math.Sqrt(-2.0 * StrictPower.Log(uniform[i]));
            double value = radius * StrictMath.Cos(2.0 * Math.PI * uniform[count + i]);
            values[i] = value == 0.0 ? AlmostZero : value;
        }

        return values;
    }

    /// <summary>An optimum's place: in [-4, 4], on a grid of 0.0008, never 0.</summary>
    public static double[] Optimum(long seed, int dimension)
    {
        var point = new double[dimension];
        Uniform(seed, point);
        for (int i = 0; i < dimension; i++)
        {
            point[i] = (8.0 * Math.Floor(1e4 * point[i]) / 1e4) - 4.0;
            if (point[i] == 0.0)
                point[i] = -1e-5;
        }

        return point;
    }

    /// <summary>An optimum's value: a Cauchy number in hundredths, within 1000 of 0.</summary>
    public static double BestValue(long seed)
    {
        double ratio = 100.0 * 100.0 * Gaussian(seed, 1)[0] / Gaussian(seed + 1, 1)[0];
        return Math.Clamp(Math.Floor(ratio + 0.5) / 100.0, -1000.0, 1000.0);
    }
}
