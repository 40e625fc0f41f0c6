using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary>Exponential and hyperbolic tangent in single precision: polynomials in double, rounded once.</summary>
/// <remarks>
/// Without branches but for selections, and with the quotient's whole part read from the bits, so that the same steps
/// can be taken by vector lanes and device kernels.
/// </remarks>
internal static class SingleKernel
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double RoundToInteger = 6755399441055744.0;

    /// <summary>Beyond it tanh is 1 in single precision (from 9.01 on).</summary>
    private const double TanhLimit = 10.0;

    /// <summary>Beyond it e^x overflows or vanishes in single precision, and 2^power stays a normal double.</summary>
    private const double ExpLimit = 200.0;

    /// <summary>The same number in double.</summary>
    /// <remarks>The scalar conversion of x86 keeps the upper half of its target register and so waits for whatever
    /// wrote it last: a loop over units then runs at the latency of one instead of their throughput (21 ns for 6). The
    /// vector conversion writes the whole register.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Widen(float x) => Vector128.WidenLower(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>tanh(|x|), to about 2^-45.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double TanhOfMagnitude(double magnitude)
    {
        // Written so that NaN passes.
        var x = magnitude > TanhLimit ? TanhLimit : magnitude;
        var exponentialMinusOne = ExponentialMinusOne(2.0 * x);
        return exponentialMinusOne / (exponentialMinusOne + 2.0);
    }

    /// <summary>e^x, to about 2^-45.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exponential(double x)
    {
        x = x > ExpLimit ? ExpLimit : x;
        x = x < -ExpLimit ? -ExpLimit : x;
        return ReduceExponential(x, out var scale) * scale + scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExponentialMinusOne(double x)
    {
        // (2^k - 1) + 2^k * p keeps the relative precision of p where x is small: there k is 0.
        var minusOne = ReduceExponential(x, out var scale);
        return scale * minusOne + (scale - 1.0);
    }

    /// <summary>e^r - 1 for x = k ln 2 + r, with the scale 2^k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ReduceExponential(double x, out double scale)
    {
        var shifted = x * Log2E + RoundToInteger;
        scale = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + 1023) << 52);
        var r = x - (shifted - RoundToInteger) * Ln2;
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
        var middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
        var high = 1.0 / 3628800 + r * (1.0 / 39916800);
        return r + r2 * ((low + r4 * middle) + (r4 * r4) * high);
    }
}
