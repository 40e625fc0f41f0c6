namespace Gaia.Core.Numerics;

/// <summary>Hyperbolic tangent in double as the common C library defines it.</summary>
/// <remarks>
/// The method of fdlibm (Sun Microsystems, 1993; <c>tanh</c> and <c>expm1</c>), which glibc has followed for doubles up
/// to 2.41: tanh from e^2x - 1, that from a power of two and a rational function on |r| below ln(2) / 2, whose
/// polynomial glibc sums in pairs. The order of operations is part of the definition: it decides the bits, and so do
/// the fused ones, which are those of glibc's build for x86-64 processors that have them: recorded episodes hold its
/// bits. A fused operation rounds once, on every machine. Off by up to 2.2 units of the last place.
/// </remarks>
internal static class HyperbolicTangentKernel
{
    /// <summary>Beyond it 1 - tanh x is under half a unit of the last place.</summary>
    private const double Limit = 22.0;

    /// <summary>2^-55: below it tanh x = x.</summary>
    private const double Tiny = 1.0 / (1L << 55);

    private const double InverseLn2 = 1.44269504088896338700;

    /// <summary>ln 2 cut after 33 bits, and the rest.</summary>
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Coefficients of expm1's rational function, as fdlibm gives them.
    private const double Q1 = -3.33333333333331316428e-02;
    private const double Q2 = 1.58730158725481460165e-03;
    private const double Q3 = -7.93650757867487942473e-05;
    private const double Q4 = 4.00821782732936239552e-06;
    private const double Q5 = -2.01099218183624371326e-07;

    /// <summary>tanh |x|; NaN for NaN.</summary>
    public static double OfMagnitude(double magnitude)
    {
        if (double.IsNaN(magnitude))
            return magnitude;
        if (magnitude >= Limit)
            return 1.0;
        if (magnitude < Tiny)
            return magnitude;
        if (magnitude >= 1.0)
            return 1.0 - (2.0 / (ExponentialMinusOne(2.0 * magnitude) + 2.0));
        var t = ExponentialMinusOne(-2.0 * magnitude);
        return -t / (t + 2.0);
    }

    /// <summary>e^x - 1 for x from -2 to 44.</summary>
    private static double ExponentialMinusOne(double x)
    {
        var power = Reduce(x, out var r, out var c);
        var half = 0.5 * r;
        var square = r * half;
        var square2 = square * square;
        var low = Fused(square2, Fused(square, Q3, Q2), Fused(square, Q1, 1.0));
        var polynomial = Fused(square2 * square2, Fused(square, Q5, Q4), low);
        var t = Fused(-polynomial, half, 3.0);
        var e = (polynomial - t) / Fused(-r, t, 6.0) * square;
        if (power == 0)
            return r - Fused(r, e, -square);
        e = Fused(r, e - c, -c) - square;
        return power switch
        {
            -1 => (0.5 * (r - e)) - 0.5,
            1 when r < -0.25 => -2.0 * (e - (r + 0.5)),
            1 => 1.0 + (2.0 * (r - e)),
            <= -2 or > 56 => Scale(1.0 - (e - r), power) - 1.0,
            < 20 => Scale(1.0 - ExponentialKernel.PowerOfTwo(-power) - (e - r), power),
            _ => Scale(r - (e + ExponentialKernel.PowerOfTwo(-power)) + 1.0, power),
        };
    }

    /// <summary>x = power * ln 2 + r + c.</summary>
    /// <remarks>The bounds of the middle case, 0.5 and 1.5 ln 2, are compared in the upper 32 bits.</remarks>
    private static int Reduce(double x, out double r, out double c)
    {
        var upper = (uint)(BitConverter.DoubleToUInt64Bits(x) >> 32) & 0x7FFFFFFF;
        if (upper <= 0x3FD62E42)
        {
            r = x;
            c = 0.0;
            return 0;
        }

        var isNegative = x < 0.0;
        var power = upper < 0x3FF0A2B2
            ? isNegative ? -1 : 1
            : (int)((InverseLn2 * x) + (isNegative ? -0.5 : 0.5));
        var high = x - (power * Ln2High);
        var low = power * Ln2Low;
        r = high - low;
        c = (high - r) - low;
        return power;
    }

    private static double Fused(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    private static double Scale(double value, int power) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) + ((long)power << 52));
}
