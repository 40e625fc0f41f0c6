using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>Sine and cosine in single precision, as the common C library defines them, bit for bit.</summary>
/// <remarks>
/// ARM's optimized routines for sinf, cosf and sincosf (2018; in glibc since 2.28): an angle is reduced to an eighth
/// turn, of which a polynomial of degree 7 or 8 is taken, in double and in their order, and rounded once. Two
/// reductions: below 120 radians a multiple of pi/2 is subtracted; from there on the angle is multiplied by the 96
/// binary places of 2/pi that can matter. Beyond 120 the angle's sign is taken out before and put back after, which
/// changes no bit: every step is odd or even.
/// </remarks>
internal static class SingleSineKernel
{
    /// <summary>Below it (2^-12) the library returns the angle itself and 1.</summary>
    internal const float Tiny = 0.000244140625f;

    /// <summary>Below it no quarter turn is taken out.</summary>
    internal const float EighthTurn = 0.785398185f;

    internal const float LargestPlain = 120.0f;

    /// <summary>2/pi * 2^24.</summary>
    internal const double TurnsPerRadian = 10680707.430881744;

    internal const double HalfPi = 1.5707963267948966;

    /// <summary>pi/2 * 2^-62.</summary>
    private const double RadiansPerFraction = 3.4061215800865545e-19;

    internal const double Sine3 = -0.16666654943701084;
    internal const double Sine5 = 0.008332178146138854;
    internal const double Sine7 = -0.00019517298981385725;
    internal const double Cosine2 = -0.49999999725108224;
    internal const double Cosine4 = 0.041666623324344516;
    internal const double Cosine6 = -0.001388676379437604;
    internal const double Cosine8 = 2.4390450703564542e-05;

    public static float Sin(float angle) => Math.Abs(angle) < Tiny ? angle : OfQuadrant(angle, 0);

    public static float Cos(float angle) => Math.Abs(angle) < Tiny ? 1.0f : OfQuadrant(angle, 1);

    /// <summary>Both, by one reduction. Inlined for the angles below an eighth turn, where physics spends its time.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(float angle, out float sine, out float cosine)
    {
        var magnitude = Math.Abs(angle);
        if (magnitude < EighthTurn)
        {
            double x = angle;
            var square = x * x;
            var tiny = magnitude < Tiny;
            sine = tiny ? angle : (float)Sine(x, square);
            cosine = tiny ? 1.0f : (float)Cosine(square);
            return;
        }

        Reduced(angle, out sine, out cosine);
    }

    private static void Reduced(float angle, out float sine, out float cosine)
    {
        var turns = Reduce(angle, out var rest);
        var square = rest * rest;
        var odd = Sine(rest, square);
        var even = Cosine(square);
        var first = (turns & 1) == 0 ? odd : even;
        var second = (turns & 1) == 0 ? even : odd;
        sine = (float)((turns & 2) == 0 ? first : -first);
        cosine = (float)(((turns + 1) & 2) == 0 ? second : -second);
    }

    private static float OfQuadrant(float angle, int quarterTurnsAhead)
    {
        var turns = Reduce(angle, out var rest) + quarterTurnsAhead;
        var square = rest * rest;
        var value = (turns & 1) == 0 ? Sine(rest, square) : Cosine(square);
        return (float)((turns & 2) == 0 ? value : -value);
    }

    /// <summary>The number of quarter turns, of which the last two bits matter, and the rest in radians: NaN for what
    /// is no finite angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Reduce(float angle, out double rest)
    {
        if (!(Math.Abs(angle) < LargestPlain))
            return ReduceLarge(angle, out rest);

        // Truncated to 24 binary places of a turn, then rounded, as the library does it: this decides which of two
        // polynomials serves an angle near the border.
        var x = SingleKernel.Widen(angle);
        var turns = ((int)(x * TurnsPerRadian) + 0x800000) >> 24;
        rest = x - turns * HalfPi;
        return turns;
    }

    private static int ReduceLarge(float angle, out double rest)
    {
        if (!float.IsFinite(angle))
        {
            rest = double.NaN;
            return 0;
        }

        // |angle| = mantissa * 2^(8 * octave - 22). The places of 2/pi that would give multiples of four quarter turns
        // are skipped, by whole octaves of the exponent, so that four quarter turns are 2^64 in the product.
        var bits = BitConverter.SingleToUInt32Bits(angle);
        var octave = (int)((bits >> 26) & 15);
        var mantissa = (ulong)((bits & 0x7FFFFF) | 0x800000) << (int)((bits >> 23) & 7);
        var firstPlace = 8 * octave - 24;
        var product = mantissa * QuarterTurns.Places(firstPlace)
            + ((mantissa * (QuarterTurns.Places(firstPlace + 64) >> 32)) >> 32);

        var turns = (product + (1UL << 61)) >> 62;
        var fraction = (long)(product - (turns << 62)) * RadiansPerFraction;
        var negative = (int)bits < 0;
        rest = negative ? -fraction : fraction;
        return negative ? -(int)turns : (int)turns;
    }

    /// <summary>sin of a rest of an eighth turn at most, given its square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sine(double x, double square)
    {
        var cube = x * square;
        var tail = Sine5 + square * Sine7;
        return (x + cube * Sine3) + (cube * square) * tail;
    }

    /// <summary>cos of a rest of an eighth turn at most, given its square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Cosine(double square)
    {
        var fourth = square * square;
        var tail = Cosine6 + square * Cosine8;
        var head = 1.0 + square * Cosine2;
        return (head + fourth * Cosine4) + (fourth * square) * tail;
    }
}
