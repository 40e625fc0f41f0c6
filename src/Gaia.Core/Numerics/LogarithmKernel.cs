using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>The natural logarithm of a positive finite double.</summary>
/// <remarks>
/// x = 2^k * m with m in [1/sqrt 2, sqrt 2); with f = m - 1 and s = f / (2 + f), log m = 2 atanh s. The series in s^2
/// is cut after s^23: |s| stays below 0.1716, so the rest is under 2^-60. The sum is arranged as the C library fdlibm
/// arranges it, f - (f^2/2 - s * (f^2/2 + R)), which keeps the rounding of s small.
/// </remarks>
internal static class LogarithmKernel
{
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;
    private const double TwoTo54 = 1UL << 54;

    /// <summary>Bits of sqrt(1/2), rounded down: the exponent is counted from there.</summary>
    private const long RootHalfBits = 0x3FE6A09E667F3BCC;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x)
    {
        var shift = 0;
        if (x < 2.2250738585072014E-308)
        {
            x *= TwoTo54;
            shift = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        var power = (bits - RootHalfBits) >> 52;
        var f = BitConverter.Int64BitsToDouble(bits - (power << 52)) - 1.0;
        double k = power + shift;

        var s = f / (2.0 + f);
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var r = z
            * (((2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9)))
                + z4 * ((2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17)))
                + (z4 * z4) * ((2.0 / 19 + z * (2.0 / 21)) + z2 * (2.0 / 23)));
        var half = 0.5 * f * f;
        return k * Ln2High - ((half - (s * (half + r) + k * Ln2Low)) - f);
    }
}
