namespace Gaia.Core.Numerics;

/// <summary>x^2 in single precision as the common C library's powf computes it: by logarithm and exponential to base
/// 2, in double.</summary>
/// <remarks>
/// After glibc's powf (since 2.28; sysdeps/ieee754/flt-32/e_powf.c, powf_log2_data.c, exp2f_data.c), in its form with
/// fused multiply-add, for the exponent 2 alone. It is the rounded product x * x but for about 1 argument in 1400.
/// </remarks>
internal static class SingleSquareKernel
{
    /// <summary>Bits of the least argument whose logarithm is read from the table's first row.</summary>
    private const uint FirstRow = 0x3F330000;
    private const uint ExponentMask = 0xFF800000;
    private const int MantissaBits = 23;
    private const int LogarithmRowBits = 4;

    /// <summary>2^23 brings a subnormal argument among the normal ones.</summary>
    private const float Normalizer = 1 << MantissaBits;

    private const double Log5 = 0.288457581109214;
    private const double Log4 = -0.36092606229713164;
    private const double Log3 = 0.480898481472577;
    private const double Log2 = -0.7213474675006291;
    private const double Log1 = 1.4426950408774342;

    private const int PowerRowBits = 5;

    /// <summary>1.5 * 2^52 / 32: adding it rounds to a 32nd.</summary>
    private const double RoundToRow = 211106232532992.0;
    private const double Power3 = 0.05550361559341535;
    private const double Power2 = 0.2402284522445722;
    private const double Power1 = 0.6931471806916203;

    /// <summary>Above the first the power overflows; at the second it is 0; below the third the library returns the
    /// least subnormal.</summary>
    private const double GreatestLogarithm = 127.99999995700433;
    private const double ZeroLogarithm = -150.0;
    private const double LeastLogarithm = -149.0;

    /// <summary>About 1/c for the middle c of each row.</summary>
    private static ReadOnlySpan<double> Reciprocals =>
    [
        1.398907162146528, 1.3403141896637998, 1.286432210124115, 1.2367150214269895, 1.1906977166711752,
        1.1479821020556429, 1.1082251448272158, 1.0711297413057381, 1.036437278977283, 1.0, 0.9492859795739057,
        0.8951049428609004, 0.8476821620351103, 0.8050314851692001, 0.7664671008843108, 0.731428603316328,
    ];

    /// <summary>Logarithm to base 2 of the same c.</summary>
    private static ReadOnlySpan<double> Logarithms =>
    [
        -0.48430022186289673, -0.42257122959194704, -0.3633754347673556, -0.30651309567405577, -0.25180720160537634,
        -0.19910014943794563, -0.14825100623281615, -0.09913323807318392, -0.051632812977629436, 0.0,
        0.07508531937943004, 0.15987125980713107, 0.2384046664317681, 0.31288288605863257, 0.38370422656453185,
        0.451211048935815,
    ];

    /// <summary>Bits of 2^(row/32), less what the row itself adds when it is shifted to the exponent's place.</summary>
    private static ReadOnlySpan<ulong> Powers =>
    [
        0x3ff0000000000000, 0x3fefd9b0d3158574, 0x3fefb5586cf9890f, 0x3fef9301d0125b51,
        0x3fef72b83c7d517b, 0x3fef54873168b9aa, 0x3fef387a6e756238, 0x3fef1e9df51fdee1,
        0x3fef06fe0a31b715, 0x3feef1a7373aa9cb, 0x3feedea64c123422, 0x3feece086061892d,
        0x3feebfdad5362a27, 0x3feeb42b569d4f82, 0x3feeab07dd485429, 0x3feea47eb03a5585,
        0x3feea09e667f3bcd, 0x3fee9f75e8ec5f74, 0x3feea11473eb0187, 0x3feea589994cce13,
        0x3feeace5422aa0db, 0x3feeb737b0cdc5e5, 0x3feec49182a3f090, 0x3feed503b23e255d,
        0x3feee89f995ad3ad, 0x3feeff76f2fb5e47, 0x3fef199bdd85529c, 0x3fef3720dcef9069,
        0x3fef5818dcfba487, 0x3fef7c97337b9b5f, 0x3fefa4afa2a490da, 0x3fefd0765b6e4540,
    ];

    /// <summary>x^2. NaN for NaN, infinity for infinities, 0 for zeros.</summary>
    public static float Square(float x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude > 0f && magnitude < float.PositiveInfinity))
            return x * x;

        var logarithm = 2.0 * Logarithm(magnitude);
        if (logarithm > GreatestLogarithm)
            return float.PositiveInfinity;
        if (logarithm <= ZeroLogarithm)
            return 0f;
        return logarithm < LeastLogarithm ? float.Epsilon : (float)PowerOfTwo(logarithm);
    }

    /// <summary>To base 2, of a finite positive number, with about 34 correct bits.</summary>
    private static double Logarithm(float magnitude)
    {
        var bits = BitConverter.SingleToUInt32Bits(magnitude);
        if (bits < 1u << MantissaBits)
            bits = BitConverter.SingleToUInt32Bits(magnitude * Normalizer) - ((uint)MantissaBits << MantissaBits);
        var offset = bits - FirstRow;
        var row = (int)(offset >> (MantissaBits - LogarithmRowBits)) & ((1 << LogarithmRowBits) - 1);
        var exponent = offset & ExponentMask;
        double scaled = BitConverter.UInt32BitsToSingle(bits - exponent);
        var rest = Math.FusedMultiplyAdd(scaled, Reciprocals[row], -1.0);
        var whole = Logarithms[row] + ((int)exponent >> MantissaBits);
        var square = rest * rest;
        var high = Math.FusedMultiplyAdd(Log5, rest, Log4);
        var middle = Math.FusedMultiplyAdd(Log3, rest, Log2);
        var low = Math.FusedMultiplyAdd(rest, Log1, whole);
        return Math.FusedMultiplyAdd(high, square * square, Math.FusedMultiplyAdd(square, middle, low));
    }

    private static double PowerOfTwo(double exponent)
    {
        var shifted = exponent + RoundToRow;
        var rows = BitConverter.DoubleToUInt64Bits(shifted);
        var rest = exponent - (shifted - RoundToRow);
        var scale = BitConverter.UInt64BitsToDouble(
            Powers[(int)(rows & ((1 << PowerRowBits) - 1))] + (rows << (52 - PowerRowBits)));
        var high = Math.FusedMultiplyAdd(Power3, rest, Power2);
        var low = Math.FusedMultiplyAdd(rest, Power1, 1.0);
        return Math.FusedMultiplyAdd(high, rest * rest, low) * scale;
    }
}
