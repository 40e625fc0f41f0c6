using System.Runtime.CompilerServices;

namespace Gaia.Core.Numerics;

/// <summary>Sine and cosine within an eighth of a turn, to about 64 correct bits before the one rounding.</summary>
/// <remarks>
/// Taylor's polynomials up to r^19 and r^20: on |r| below pi/4 the rest is under 2^-70. The coefficients that carry
/// weight (up to r^5, r^4) and their products are double-double, the others contribute too little for their rounding to
/// count. The order of operations is part of the definition: it decides the bits.
/// </remarks>
internal static class SineKernel
{
    private const double Third = -0.16666666666666666;
    private const double ThirdTail = -9.25185853854297e-18;
    private const double Fifth = 0.008333333333333333;
    private const double FifthTail = 1.1564823173178714e-19;
    private const double Fourth = 0.041666666666666664;
    private const double FourthTail = 2.3129646346357427e-18;

    /// <summary>sin(high + low), correctly rounded but for about 1 in 30,000 arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sine(double high, double low)
    {
        Square(high, low, out var z, out var zTail);
        var z2 = z * z;
        var rest =
            ((-0.0001984126984126984 + z * 2.7557319223985893e-06)
                + z2 * (-2.505210838544172e-08 + z * 1.6059043836821613e-10))
            + (z2 * z2)
            * ((-7.647163731819816e-13 + z * 2.8114572543455206e-15) + z2 * -8.22063524662433e-18);

        DoubleDouble.AddSmaller(Fifth, z * rest, out var a, out var aTail);
        aTail += FifthTail;
        DoubleDouble.Multiply(a, z, out var b, out var bTail);
        bTail += a * zTail + aTail * z;
        DoubleDouble.AddSmaller(Third, b, out var c, out var cTail);
        cTail += bTail + ThirdTail;
        DoubleDouble.Multiply(high, z, out var cube, out var cubeTail);
        cubeTail += high * zTail + low * z;
        DoubleDouble.Multiply(cube, c, out var d, out var dTail);
        dTail += cube * cTail + cubeTail * c;
        DoubleDouble.AddSmaller(high, d, out var sum, out var sumTail);
        return sum + (sumTail + (dTail + low));
    }

    /// <summary>cos(high + low), correctly rounded but for about 1 in 30,000 arguments.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cosine(double high, double low)
    {
        Square(high, low, out var z, out var zTail);
        var z2 = z * z;
        var rest =
            ((-0.001388888888888889 + z * 2.48015873015873e-05)
                + z2 * (-2.755731922398589e-07 + z * 2.08767569878681e-09))
            + (z2 * z2)
            * ((-1.1470745597729725e-11 + z * 4.779477332387385e-14)
                + z2 * (-1.5619206968586225e-16 + z * 4.110317623312165e-19));

        DoubleDouble.AddSmaller(Fourth, z * rest, out var a, out var aTail);
        aTail += FourthTail;
        DoubleDouble.Multiply(a, z, out var b, out var bTail);
        bTail += a * zTail + aTail * z;
        DoubleDouble.AddSmaller(-0.5, b, out var c, out var cTail);
        cTail += bTail;
        DoubleDouble.Multiply(c, z, out var d, out var dTail);
        dTail += c * zTail + cTail * z;
        DoubleDouble.AddSmaller(1.0, d, out var sum, out var sumTail);
        return sum + (sumTail + dTail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(double high, double low, out double square, out double tail)
    {
        DoubleDouble.Multiply(high, high, out square, out tail);
        tail += 2.0 * high * low;
    }
}
