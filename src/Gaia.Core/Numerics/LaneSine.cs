using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gaia.Core.Numerics;

/// <summary><see cref="SineKernel"/> in four lanes: the same operations in the same order.</summary>
/// <remarks>A row of the table is read with two loads a lane and turned by shuffles, which costs less than gathers.
/// </remarks>
internal static class LaneSine
{
    /// <summary>Sine and cosine where every magnitude is below <see cref="StrictMath.InnerAngle"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Inner(
        Vector256<double> x, Vector256<double> magnitude, out Vector256<double> sine, out Vector256<double> cosine)
    {
        var shifted = Vector256.Create(SineKernel.RoundToRow) + magnitude;
        Rows(shifted, out var sin, out var sinRest, out var cos, out var cosRest);
        var rest = magnitude - (shifted - Vector256.Create(SineKernel.RoundToRow));
        var square = rest * rest;
        var cube = rest * square;
        var odd = Line(square, SineKernel.Rest5, SineKernel.Rest3);
        var less = square * Fused(square, Line(square, SineKernel.Rest6, SineKernel.Rest4), SineKernel.Rest2);

        var byTable = AddSine(rest + cube * odd, less, sin, sinRest, cos, cosRest);
        sine = WithPolynomial(byTable, magnitude, Vector256<double>.Zero);
        sine = Vector256.CopySign(sine, x);
        cosine = AddCosine(Vector256.FusedMultiplyAdd(cube, odd, rest), less, sin, sinRest, cos, cosRest);
    }

    /// <summary>sin(high + low) in every lane, as <see cref="SineKernel.Sine"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sine(Vector256<double> high, Vector256<double> low)
    {
        var magnitude = Vector256.Abs(high);
        low ^= high & Vector256.Create(-0.0);
        var shifted = Vector256.Create(SineKernel.RoundToRow) + magnitude;
        Rows(shifted, out var sin, out var sinRest, out var cos, out var cosRest);
        var rest = magnitude - (shifted - Vector256.Create(SineKernel.RoundToRow));
        var square = rest * rest;
        var odd = Line(square, SineKernel.Rest5, SineKernel.Rest3);
        var less = square * Fused(square, Line(square, SineKernel.Rest6, SineKernel.Rest4), SineKernel.Rest2);
        less = Vector256.FusedMultiplyAdd(rest, low, less);
        var sineOfRest = rest + Vector256.FusedMultiplyAdd(rest * square, odd, low);
        var byTable = AddSine(sineOfRest, less, sin, sinRest, cos, cosRest);
        // The polynomial is odd to the bit, so the magnitude with the low part turned over serves it too.
        return Vector256.CopySign(WithPolynomial(byTable, magnitude, low), high);
    }

    /// <summary>cos(high + low) in every lane, as <see cref="SineKernel.Cosine"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cosine(Vector256<double> high, Vector256<double> low)
    {
        var magnitude = Vector256.Abs(high);
        low ^= high & Vector256.Create(-0.0);
        var shifted = Vector256.Create(SineKernel.RoundToRow) + magnitude;
        Rows(shifted, out var sin, out var sinRest, out var cos, out var cosRest);
        var rest = magnitude - (shifted - Vector256.Create(SineKernel.RoundToRow)) + low;
        var square = rest * rest;
        var odd = Line(square, SineKernel.Rest5, SineKernel.Rest3);
        var less = square * Fused(square, Line(square, SineKernel.Rest6, SineKernel.Rest4), SineKernel.Rest2);
        var sineOfRest = Vector256.FusedMultiplyAdd(rest * square, odd, rest);
        return AddCosine(sineOfRest, less, sin, sinRest, cos, cosRest);
    }

    /// <summary>cos(high + low) where asked, sin(high + low) in the other lanes, at the price of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Either(
        Vector256<double> high, Vector256<double> low, Vector256<double> isCosine)
    {
        var signBit = Vector256.Create(-0.0);
        var magnitude = Vector256.Abs(high);
        var sign = high & signBit;
        low ^= sign;
        var shifted = Vector256.Create(SineKernel.RoundToRow) + magnitude;
        Rows(shifted, out var sin, out var sinRest, out var cos, out var cosRest);

        // The cosine takes the low part into the rest at once, the sine carries it along.
        var rest = magnitude - (shifted - Vector256.Create(SineKernel.RoundToRow)) + (low & isCosine);
        var square = rest * rest;
        var odd = Line(square, SineKernel.Rest5, SineKernel.Rest3);
        var less = square * Fused(square, Line(square, SineKernel.Rest6, SineKernel.Rest4), SineKernel.Rest2);
        less = Vector256.FusedMultiplyAdd(rest, Vector256.AndNot(low, isCosine), less);
        var cube = rest * square;
        var sineOfRest = Vector256.ConditionalSelect(
            isCosine,
            Vector256.FusedMultiplyAdd(cube, odd, rest),
            rest + Vector256.FusedMultiplyAdd(cube, odd, low));

        var head = Vector256.ConditionalSelect(isCosine, cos, sin);
        var headRest = Vector256.ConditionalSelect(isCosine, cosRest, sinRest);
        var other = Vector256.ConditionalSelect(isCosine, sin ^ signBit, cos);
        var otherRest = Vector256.ConditionalSelect(isCosine, sinRest ^ signBit, cosRest);
        var correction = Vector256.FusedMultiplyAdd(sineOfRest, otherRest, headRest);
        correction = Vector256.FusedMultiplyAdd(-head, less, correction);
        var byTable = head + Vector256.FusedMultiplyAdd(sineOfRest, other, correction);

        // Both are positive within the table's range: the sine takes its angle's sign.
        var sine = WithPolynomial(byTable, magnitude, low) ^ sign;
        return Vector256.ConditionalSelect(isCosine, byTable, sine);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddSine(
        Vector256<double> sineOfRest,
        Vector256<double> less,
        Vector256<double> sin,
        Vector256<double> sinRest,
        Vector256<double> cos,
        Vector256<double> cosRest)
    {
        var correction = Vector256.FusedMultiplyAdd(sineOfRest, cosRest, sinRest);
        correction = Vector256.FusedMultiplyAdd(-sin, less, correction);
        return sin + Vector256.FusedMultiplyAdd(sineOfRest, cos, correction);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AddCosine(
        Vector256<double> sineOfRest,
        Vector256<double> less,
        Vector256<double> sin,
        Vector256<double> sinRest,
        Vector256<double> cos,
        Vector256<double> cosRest)
    {
        var correction = Vector256.FusedMultiplyAdd(-sineOfRest, sinRest, cosRest);
        correction = Vector256.FusedMultiplyAdd(-cos, less, correction);
        return cos + Vector256.FusedMultiplyAdd(-sineOfRest, sin, correction);
    }

    /// <summary>The polynomial in the lanes of small angles, what the table gave in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> WithPolynomial(
        Vector256<double> byTable, Vector256<double> x, Vector256<double> low)
    {
        var isSmall = Vector256.LessThan(x, Vector256.Create(SineKernel.PolynomialLimit));
        var z = x * x;
        var sum = Line(z, SineKernel.Sine11, SineKernel.Sine9);
        sum = Fused(z, Fused(z, Fused(z, sum, SineKernel.Sine7), SineKernel.Sine5), SineKernel.Sine3);
        sum = Vector256.FusedMultiplyAdd(sum, x, -(Vector256.Create(0.5) * low));
        return Vector256.ConditionalSelect(isSmall, x + Vector256.FusedMultiplyAdd(z, sum, low), byTable);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows(
        Vector256<double> shifted,
        out Vector256<double> sin,
        out Vector256<double> sinRest,
        out Vector256<double> cos,
        out Vector256<double> cosRest)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(SineTable.Values);
        var index = (shifted.AsInt64() & Vector256.Create(SineTable.Rows - 1L)) * SineTable.Columns;
        ref var row0 = ref Unsafe.Add(ref table, (nint)index.GetElement(0));
        ref var row1 = ref Unsafe.Add(ref table, (nint)index.GetElement(1));
        ref var row2 = ref Unsafe.Add(ref table, (nint)index.GetElement(2));
        ref var row3 = ref Unsafe.Add(ref table, (nint)index.GetElement(3));
        Turn(
            Vector256.Create(Vector128.LoadUnsafe(ref row0), Vector128.LoadUnsafe(ref row2)),
            Vector256.Create(Vector128.LoadUnsafe(ref row1), Vector128.LoadUnsafe(ref row3)),
            out sin,
            out sinRest);
        Turn(
            Vector256.Create(Vector128.LoadUnsafe(ref row0, 2), Vector128.LoadUnsafe(ref row2, 2)),
            Vector256.Create(Vector128.LoadUnsafe(ref row1, 2), Vector128.LoadUnsafe(ref row3, 2)),
            out cos,
            out cosRest);
    }

    /// <summary>Pairs (a, b) of lanes 0 and 2 and of lanes 1 and 3 into all a and all b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        Vector256<double> even, Vector256<double> odd, out Vector256<double> first, out Vector256<double> second)
    {
        if (Avx.IsSupported)
        {
            first = Avx.UnpackLow(even, odd);
            second = Avx.UnpackHigh(even, odd);
        }
        else
        {
            first = Vector256.Create(even.GetElement(0), odd.GetElement(0), even.GetElement(2), odd.GetElement(2));
            second = Vector256.Create(even.GetElement(1), odd.GetElement(1), even.GetElement(3), odd.GetElement(3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Line(Vector256<double> x, double slope, double constant) =>
        Vector256.FusedMultiplyAdd(x, Vector256.Create(slope), Vector256.Create(constant));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Fused(Vector256<double> a, Vector256<double> b, double c) =>
        Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));
}
