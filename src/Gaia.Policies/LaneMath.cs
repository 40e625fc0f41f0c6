using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gaia.Policies;

/// <summary>StrictMath's tanh in eight lanes at once: the hand-tuned form, equal to it bit for bit.</summary>
/// <remarks>
/// The same operations in the same order as <see cref="Gaia.Core.Numerics.StrictMath"/>, on eight doubles a vector
/// where the machine has such vectors, else on four; a test runs it over every exponent. A NaN gives a NaN, whose
/// payload nothing reads.
/// </remarks>
internal static class LaneMath
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2 = 0.6931471805599453;
    private const double RoundToInteger = 6755399441055744.0;
    private const float TanhLimit = 10f;
    private const long ExponentBias = 1023;
    private const int MantissaBits = 52;

    /// <summary>tanh of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var sign = x & Vector256.Create(-0f);
        var limit = Vector256.Create(TanhLimit);
        var magnitude = Vector256.Abs(x);
        magnitude = Vector256.ConditionalSelect(Vector256.GreaterThan(magnitude, limit), limit, magnitude);
        // Exact in single precision, and half the work there.
        var twice = magnitude + magnitude;
        if (Vector512.IsHardwareAccelerated)
        {
            var minusOne = ExponentialMinusOne(Widen(twice));
            var quotient = minusOne / (minusOne + Vector512.Create(2.0));
            return Narrow(quotient) | sign;
        }

        var (low, high) = Vector256.Widen(twice);
        low = ExponentialMinusOne(low);
        high = ExponentialMinusOne(high);
        var two = Vector256.Create(2.0);
        return Vector256.Narrow(low / (low + two), high / (high + two)) | sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(Vector256<float> x) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector512Double(x)
            : Vector512.Create(Vector256.WidenLower(x), Vector256.WidenUpper(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Narrow(Vector512<double> x) =>
        Avx512F.IsSupported
            ? Avx512F.ConvertToVector256Single(x)
            : Vector256.Narrow(x.GetLower(), x.GetUpper());

    /// <summary>e^x - 1: x = k ln 2 + r, a polynomial in r, and 2^k from the bits of the rounded quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ExponentialMinusOne(Vector256<double> x)
    {
        var shifted = (x * Vector256.Create(Log2E)) + Vector256.Create(RoundToInteger);
        var scale = Vector256.ShiftLeft(shifted.AsInt64() + Vector256.Create(ExponentBias), MantissaBits).AsDouble();
        var r = x - ((shifted - Vector256.Create(RoundToInteger)) * Vector256.Create(Ln2));
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Line(1.0 / 2, 1.0 / 6, r) + (r2 * Line(1.0 / 24, 1.0 / 120, r));
        var middle = Line(1.0 / 720, 1.0 / 5040, r) + (r2 * Line(1.0 / 40320, 1.0 / 362880, r));
        var high = Line(1.0 / 3628800, 1.0 / 39916800, r);
        var power = r + (r2 * ((low + (r4 * middle)) + (r4 * r4 * high)));
        return (scale * power) + (scale - Vector256.Create(1.0));
    }

    /// <inheritdoc cref="ExponentialMinusOne(Vector256{double})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExponentialMinusOne(Vector512<double> x)
    {
        var shifted = (x * Vector512.Create(Log2E)) + Vector512.Create(RoundToInteger);
        var scale = Vector512.ShiftLeft(shifted.AsInt64() + Vector512.Create(ExponentBias), MantissaBits).AsDouble();
        var r = x - ((shifted - Vector512.Create(RoundToInteger)) * Vector512.Create(Ln2));
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = Line(1.0 / 2, 1.0 / 6, r) + (r2 * Line(1.0 / 24, 1.0 / 120, r));
        var middle = Line(1.0 / 720, 1.0 / 5040, r) + (r2 * Line(1.0 / 40320, 1.0 / 362880, r));
        var high = Line(1.0 / 3628800, 1.0 / 39916800, r);
        var power = r + (r2 * ((low + (r4 * middle)) + (r4 * r4 * high)));
        return (scale * power) + (scale - Vector512.Create(1.0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Line(double constant, double slope, Vector256<double> r) =>
        Vector256.Create(constant) + (r * Vector256.Create(slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Line(double constant, double slope, Vector512<double> r) =>
        Vector512.Create(constant) + (r * Vector512.Create(slope));
}
