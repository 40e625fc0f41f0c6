namespace Gaia.Worlds.Lanes;

/// <summary>Sine and cosine of small float32 angles as NumPy has them.</summary>
/// <remarks>
/// NumPy 2 does not call the C library for float32: it evaluates polynomials by fused multiply-adds of single
/// precision (_core/src/umath/loops_trigonometric.dispatch). A product of float32 is exact in float64, so that one is
/// had by rounding the float64 sum; that differs from fusing only where the sum, rounded to 53 bits, comes to lie
/// midway between two float32 without having been there, about once in 2^29.
/// </remarks>
internal static class SingleSine<TReal, TMask>
    where TReal : unmanaged, IReal<TReal, TMask>
    where TMask : unmanaged, IMask<TMask>
{
    /// <summary>Both of one angle.</summary>
    /// <param name="angle">A float32 within pi/4, in radians.</param>
    /// <param name="sine">A float32.</param>
    /// <param name="cosine">A float32.</param>
    public static void OfSmall(TReal angle, out TReal sine, out TReal cosine)
    {
        TReal square = TReal.RoundToSingle(angle * angle);
        TReal odd = Fuse(2.8404097e-06f, square, -0.00019856491f);
        odd = Fuse(odd, square, 0.008333397f);
        odd = Fuse(odd, square, -0.16666667f);
        odd = TReal.RoundToSingle(odd * square);
        sine = Fuse(odd, angle, angle);

        TReal even = Fuse(2.4372266e-05f, square, -0.001388652f);
        even = Fuse(even, square, 0.04166662f);
        even = Fuse(even, square, -0.5);
        cosine = Fuse(even, square, 1.0);
    }

    private static TReal Fuse(TReal factor, TReal other, TReal addend) =>
        TReal.RoundToSingle((factor * other) + addend);
}
