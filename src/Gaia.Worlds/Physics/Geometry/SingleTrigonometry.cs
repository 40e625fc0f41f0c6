using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>Sine and cosine of a float32 angle, both at once.</summary>
/// <remarks>
/// Bit-equal to sinf and cosf of the C library under the reference environments (glibc 2.28 and later): reduction to a
/// quadrant and two polynomials, all in float64, rounded once at the end. Polynomials and the digits of 4/pi: Arm,
/// "Optimized Routines", math/sinf.c, cosf.c and sincosf_data.c (2018). Plain IEEE operations only, so the bits are the
/// same on every machine.
/// </remarks>
internal static class SingleTrigonometry
{
    private const double TwoOverPiScaled = 10680707.430881744; // 2/pi * 2^24: the quadrant ends in bits 24..31
    private const double HalfPi = 1.5707963267948966;
    private const double PiTwoToMinus63 = 3.4061215800865545e-19;

    private const double C1 = -0.49999999725108224;
    private const double C2 = 0.041666623324344516;
    private const double C3 = -0.001388676379437604;
    private const double C4 = 2.4390450703564542e-05;
    private const double S1 = -0.16666654943701084;
    private const double S2 = 0.008332178146138854;
    private const double S3 = -0.00019517298981385725;

    private const float QuarterPi = 0.785398185f;
    private const float FastLimit = 120.0f;

    // Below these the reference returns the angle itself and 1.
    private const float TinyLimit = 0.000244140625f;

    private static ReadOnlySpan<uint> FourOverPi =>
    [
        0x000000a2, 0x0000a2f9, 0x00a2f983, 0xa2f9836e, 0xf9836e4e, 0x836e4e44, 0x6e4e4415, 0x4e441529,
        0x441529fc, 0x1529fc27, 0x29fc2757, 0xfc2757d1, 0x2757d1f5, 0x57d1f534, 0xd1f534dd, 0xf534ddc0,
        0x34ddc0db, 0xddc0db62, 0xc0db6295, 0xdb629599, 0x6295993c, 0x95993c43, 0x993c4390, 0x3c439041,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(float angle, out float sine, out float cosine)
    {
        float magnitude = MathF.Abs(angle);
        if (magnitude < QuarterPi)
        {
            double x = angle;
            double x2 = x * x;
            bool tiny = magnitude < TinyLimit;
            sine = tiny ? angle : (float)SinePolynomial(x, x2);
            cosine = tiny ? 1.0f : (float)CosinePolynomial(x2);
            return;
        }

        Reduced(angle, out sine, out cosine);
    }

    private static void Reduced(float angle, out float sine, out float cosine)
    {
        double x;
        int quadrant;
        int turned;
        if (MathF.Abs(angle) < FastLimit)
        {
            quadrant = ((int)(angle * TwoOverPiScaled) + 0x800000) >> 24;
            x = angle - (quadrant * HalfPi);
            turned = quadrant;
        }
        else
        {
            uint bits = BitConverter.SingleToUInt32Bits(angle);
            if (bits << 1 >= 0xff000000u)
            {
                sine = float.NaN;
                cosine = float.NaN;
                return;
            }

            x = ReduceLarge(bits, out quadrant);
            turned = quadrant + (int)(bits >> 31);
        }

        // Quadrants 1 and 2 take the sine polynomial of the negated angle, 2 and 3 the negated cosine polynomial.
        bool negated = ((turned + 1) & 2) != 0;
        double signedX = negated ? -x : x;
        double x2 = x * x;
        double cosinePart = CosinePolynomial(x2);
        if ((turned & 2) != 0)
            cosinePart = -cosinePart;
        double sinePart = SinePolynomial(signedX, x2);
        bool swapped = (quadrant & 1) != 0;
        sine = (float)(swapped ? cosinePart : sinePart);
        cosine = (float)(swapped ? sinePart : cosinePart);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SinePolynomial(double x, double x2)
    {
        double x3 = x * x2;
        double high = S2 + (x2 * S3);
        double x7 = x3 * x2;
        return x + (x3 * S1) + (x7 * high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double CosinePolynomial(double x2)
    {
        double x4 = x2 * x2;
        double high = C3 + (x2 * C4);
        double low = 1.0 + (x2 * C1);
        double x6 = x4 * x2;
        return low + (x4 * C2) + (x6 * high);
    }

    /// <summary>Product of the mantissa with 96 bits of 4/pi, of which the top two are the quadrant.</summary>
    private static double ReduceLarge(uint bits, out int quadrant)
    {
        int start = (int)((bits >> 26) & 15);
        int shift = (int)((bits >> 23) & 7);
        uint mantissa = ((bits & 0xffffff) | 0x800000) << shift;
        ulong high = mantissa * FourOverPi[start];
        ulong middle = (ulong)mantissa * FourOverPi[start + 4];
        ulong low = (ulong)mantissa * FourOverPi[start + 8];
        ulong product = ((low >> 32) | (high << 32)) + middle;
        ulong turns = (product + (1UL << 61)) >> 62;
        quadrant = (int)turns;
        return (long)(product - (turns << 62)) * PiTwoToMinus63;
    }
}
