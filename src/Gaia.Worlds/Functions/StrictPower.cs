using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions;

/// <summary>Logarithms and real powers with the same bits on every machine, nearly always the correctly rounded ones.
/// </summary>
/// <remarks>
/// <para>Functions as rugged as f16 and f23 multiply the last bits of their rotations and waves by up to a million; so
/// that they agree with published values, these functions are more precise than <see cref="StrictMath"/> needs to be: a
/// logarithm is 2 artanh((m - 1) / (m + 1)) in two doubles, some 65 bits, and a power takes it there and back.</para>
/// <para>Sums and products with their errors after Dekker, "A Floating-Point Technique for Extending the Available
/// Precision" (1971). No fused multiply-add, no table.</para>
/// </remarks>
internal static class StrictPower
{
    /// <summary>2^27 + 1 cuts 53 bits into two halves whose products are exact.</summary>
    private const double Splitter = 134217729.0;

    /// <summary>ln 2 in two parts; the first has trailing zeros enough that its product with any exponent is exact.
    /// </summary>
    private const double LogTwoHigh = 6.93147180369123816490e-01;
    private const double LogTwoLow = 1.90821492927058770002e-10;

    /// <summary>1/3 is this and the next.</summary>
    private const double Third = 1.0 / 3.0;
    private const double ThirdLow = 1.850371707708594e-17;

    private const double SquareRootOfTwo = 1.4142135623730951;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const int LastTerm = 31;

    /// <summary>Natural logarithm of a number >= 0; minus infinity for 0.</summary>
    public static double Log(double x)
    {
        if (x < SmallestNormal || !double.IsFinite(x))
            return StrictMath.Log(x);
        LogInTwo(x, out double high, out double low);
        return high + low;
    }

    /// <summary>base^exponent for base >= 0.</summary>
    /// <remarks>Exponents 0, 1 and 2 give the rounded true value, 0 to a positive power is 0.</remarks>
    public static double Of(double @base, double exponent)
    {
        if (exponent == 0.0)
            return 1.0;
        if (exponent == 1.0)
            return @base;
        if (exponent == 2.0)
            return @base * @base;
        if (@base < SmallestNormal || !double.IsFinite(@base))
            return StrictMath.Exp(exponent * StrictMath.Log(@base));

        LogInTwo(@base, out double high, out double low);
        double product = exponent * high;
        if (!(Math.Abs(product) < 700.0))
            return StrictMath.Exp(product);
        Multiply(exponent, high, product, out double error);
        return ExpOfTwo(product, error + (exponent * low));
    }

    /// <summary>base^(i / (count - 1)) for i = 0 to count - 1: how scales are spread over variables.</summary>
    /// <param name="base">The last factor; the first is 1.</param>
    /// <param name="count">At least 1; a single factor is 1.</param>
    public static double[] Spread(double @base, int count)
    {
        var factors = new double[count];
        for (int i = 0; i < count; i++)
            factors[i] = i == 0 ? 1.0 : Of(@base, i / (count - 1.0));
        return factors;
    }

    /// <summary>high + low = ln x, for a normal number.</summary>
    private static void LogInTwo(double x, out double high, out double low)
    {
        int power = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -power);
        if (mantissa > SquareRootOfTwo)
        {
            mantissa *= 0.5;
            power++;
        }

        // s = f / (2 + f) with f = m - 1, which is exact, as is 2 + f in two doubles.
        double f = mantissa - 1.0;
        AddSmaller(2.0, f, out double divisor, out double divisorLow);
        double s = f / divisor;
        double product = s * divisor;
        Multiply(s, divisor, product, out double error);
        double sLow = (((f - product) - error) - (s * divisorLow)) / divisor;

        // ln m = 2 (s + s^3/3 + s^5/5 + ...): the cube in two doubles, what follows is small enough for one.
        double square = s * s;
        Multiply(s, s, square, out double squareLow);
        squareLow += 2.0 * s * sLow;
        double rest = 0.0;
        for (int term = LastTerm; term >= 5; term -= 2)
            rest = (rest * square) + (1.0 / term);
        double third = square * Third;
        Multiply(square, Third, third, out double thirdLow);
        thirdLow += (square * ThirdLow) + (squareLow * Third) + (square * square * rest);
        double cube = s * third;
        Multiply(s, third, cube, out double cubeLow);
        cubeLow += (s * thirdLow) + (sLow * third);

        AddSmaller(s, cube, out double sum, out double sumLow);
        sumLow += sLow + cubeLow;
        double exponentHigh = power * LogTwoHigh;
        Add(exponentHigh, 2.0 * sum, out double total, out double totalLow);
        AddSmaller(total, totalLow + ((2.0 * sumLow) + (power * LogTwoLow)), out high, out low);
    }

    /// <summary>e^(high + low), for |high| below 700 and a low part that is small beside it.</summary>
    private static double ExpOfTwo(double high, double low)
    {
        double turns = Math.Floor((high / Math.Log(2.0)) + 0.5);
        Add(high - (turns * LogTwoHigh), low - (turns * LogTwoLow), out double r, out double rLow);
        double rest = 0.0;
        for (int term = 17; term >= 3; term--)
            rest = (rest + 1.0) * r / term;
        double tail = (r * r * 0.5 * (1.0 + rest)) + (rLow * (1.0 + r));
        AddSmaller(1.0, r, out double sum, out double error);
        return Math.ScaleB(sum + (error + tail), (int)turns);
    }

    /// <summary>sum + error is exactly a + b.</summary>
    private static void Add(double a, double b, out double sum, out double error)
    {
        sum = a + b;
        double part = sum - a;
        error = (a - (sum - part)) + (b - part);
    }

    /// <summary>sum + error is exactly a + b, where |a| >= |b| or a is 0.</summary>
    private static void AddSmaller(double a, double b, out double sum, out double error)
    {
        sum = a + b;
        error = b - (sum - a);
    }

    /// <summary>product + error is exactly a * b, where product is a * b rounded.</summary>
    private static void Multiply(double a, double b, double product, out double error)
    {
        double cutA = Splitter * a;
        double highA = cutA - (cutA - a);
        double lowA = a - highA;
        double cutB = Splitter * b;
        double highB = cutB - (cutB - b);
        double lowB = b - highB;
        error = ((((highA * highB) - product) + (highA * lowB)) + (lowA * highB)) + (lowA * lowB);
    }
}
