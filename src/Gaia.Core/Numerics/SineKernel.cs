using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gaia.Core.Numerics;

/// <summary>Sine and cosine of a reduced angle, to the bits of the common C library.</summary>
/// <remarks>
/// After glibc's do_sin and do_cos (since 2.28; sysdeps/ieee754/dbl-64/s_sin.c, which goes back to IBM's Accurate
/// Mathematical Library), in the form that it runs on every processor with fused multiply-add: the products marked
/// Fused are not rounded. The angle is the nearest k/128 and a rest; short polynomials give sin and 1 - cos of the
/// rest, the addition theorem does the other half from <see cref="SineTable"/>. The order of operations is the
/// definition: it decides the bits. Within 0.55 units of the last place.
/// </remarks>
internal static class SineKernel
{
    /// <summary>Below it the sine is one polynomial, without the table.</summary>
    public const double PolynomialLimit = 0.126;

    /// <summary>1.5 * 2^45: adding it rounds to a multiple of 1/128, whose number then stands in the lowest bits.
    /// </summary>
    public const double RoundToRow = 52776558133248.0;

    // Sine of an angle below 0.126.
    public const double Sine3 = -0.16666666666666666;
    public const double Sine5 = 0.008333333333332329;
    public const double Sine7 = -0.00019841269834414642;
    public const double Sine9 = 2.755729806860771e-06;
    public const double Sine11 = -2.5022014848318398e-08;

    // Sine and 1 - cosine of a rest below 1/256.
    public const double Rest3 = -0.16666666666666488;
    public const double Rest5 = 0.008333332142857223;
    public const double Rest2 = 0.5;
    public const double Rest4 = -0.04166666666666644;
    public const double Rest6 = 0.001388888740079376;

    /// <summary>sin(high + low).</summary>
    /// <param name="high">At most 0.8555 in magnitude.</param>
    /// <param name="low">At most an ulp of high in magnitude.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sine(double high, double low)
    {
        var magnitude = Math.Abs(high);
        if (magnitude < PolynomialLimit)
        {
            var z = high * high;
            var sum = Fused(z, Fused(z, Fused(z, Fused(z, Sine11, Sine9), Sine7), Sine5), Sine3);
            return high + Fused(z, Fused(sum, high, -(0.5 * low)), low);
        }

        low = high > 0.0 ? low : -low;
        var shifted = RoundToRow + magnitude;
        var rest = magnitude - (shifted - RoundToRow);
        var square = rest * rest;
        var sine = rest + Fused(rest * square, Fused(square, Rest5, Rest3), low);
        var cosine = Fused(rest, low, square * Fused(square, Fused(square, Rest6, Rest4), Rest2));
        ref var row = ref Row(shifted);
        var correction = Fused(sine, Unsafe.Add(ref row, 3), Unsafe.Add(ref row, 1));
        correction = Fused(-row, cosine, correction);
        return Math.CopySign(row + Fused(sine, Unsafe.Add(ref row, 2), correction), high);
    }

    /// <summary>cos(high + low).</summary>
    /// <inheritdoc cref="Sine" path="/param"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cosine(double high, double low)
    {
        low = high < 0.0 ? -low : low;
        var magnitude = Math.Abs(high);
        var shifted = RoundToRow + magnitude;
        var rest = magnitude - (shifted - RoundToRow) + low;
        var square = rest * rest;
        var sine = Fused(rest * square, Fused(square, Rest5, Rest3), rest);
        var cosine = square * Fused(square, Fused(square, Rest6, Rest4), Rest2);
        ref var row = ref Row(shifted);
        var correction = Fused(-sine, Unsafe.Add(ref row, 1), Unsafe.Add(ref row, 3));
        correction = Fused(-Unsafe.Add(ref row, 2), cosine, correction);
        return Unsafe.Add(ref row, 2) + Fused(-sine, row, correction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fused(double a, double b, double c) => Math.FusedMultiplyAdd(a, b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Row(double shifted) =>
        ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(SineTable.Values),
            (nint)(BitConverter.DoubleToUInt64Bits(shifted) & (SineTable.Rows - 1)) * SineTable.Columns);
}
