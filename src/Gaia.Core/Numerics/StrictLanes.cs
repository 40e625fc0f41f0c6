using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary><see cref="StrictMath"/> in four or eight lanes at once: each lane holds the bits that it would give.
/// </summary>
/// <remarks>
/// The same operations in the same order, lane by lane, so for every argument, NaN and infinities included (of a NaN
/// the payload is left open). Eight lanes are two times four: that is as fast on processors whose 512-bit units are two
/// of 256, and needs no more than AVX2.
/// </remarks>
public static class StrictLanes
{
    /// <summary>Sine and cosine of four angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector256<double> angle, out Vector256<double> sine, out Vector256<double> cosine)
    {
        var magnitude = Vector256.Abs(angle);
        if (Vector256.LessThanAll(magnitude, Vector256.Create(StrictMath.InnerAngle)))
        {
            LaneSine.Inner(angle, magnitude, out sine, out cosine);
        }
        else
        {
            // Locals of their own: what is passed by reference lives in memory, on the short way too.
            AnyAngle.SinCos(angle, out var anySine, out var anyCosine);
            sine = anySine;
            cosine = anyCosine;
        }
    }

    /// <summary>Sine and cosine in single precision of eight angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector256<float> angle, out Vector256<float> sine, out Vector256<float> cosine) =>
        LaneSingleSine.SinCos(angle, out sine, out cosine);

    /// <summary>Sine and cosine of eight angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector512<double> angle, out Vector512<double> sine, out Vector512<double> cosine)
    {
        var magnitude = Vector512.Abs(angle);
        if (Vector512.LessThanAll(magnitude, Vector512.Create(StrictMath.InnerAngle)))
        {
            LaneSine.Inner(angle.GetLower(), magnitude.GetLower(), out var lowSine, out var lowCosine);
            LaneSine.Inner(angle.GetUpper(), magnitude.GetUpper(), out var highSine, out var highCosine);
            sine = Vector512.Create(lowSine, highSine);
            cosine = Vector512.Create(lowCosine, highCosine);
        }
        else
        {
            AnyAngle.SinCos(angle, out var anySine, out var anyCosine);
            sine = anySine;
            cosine = anyCosine;
        }
    }

    /// <summary>Sine of four angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sin(Vector256<double> angle)
    {
        if (!Vector256.LessThanAll(Vector256.Abs(angle), Vector256.Create(StrictMath.InnerAngle)))
            return AnyAngle.Sin(angle);
        SinCos(angle, out var sine, out _);
        return sine;
    }

    /// <summary>Sine of eight angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> angle)
    {
        if (!Vector512.LessThanAll(Vector512.Abs(angle), Vector512.Create(StrictMath.InnerAngle)))
            return AnyAngle.Sin(angle);
        SinCos(angle, out var sine, out _);
        return sine;
    }

    /// <summary>Cosine of four angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Cos(Vector256<double> angle)
    {
        if (!Vector256.LessThanAll(Vector256.Abs(angle), Vector256.Create(StrictMath.InnerAngle)))
            return AnyAngle.Cos(angle);
        SinCos(angle, out _, out var cosine);
        return cosine;
    }

    /// <summary>Cosine of eight angles in radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> angle)
    {
        if (!Vector512.LessThanAll(Vector512.Abs(angle), Vector512.Create(StrictMath.InnerAngle)))
            return AnyAngle.Cos(angle);
        SinCos(angle, out _, out var cosine);
        return cosine;
    }

    /// <summary>Squares of four numbers, as <see cref="StrictMath.Square(double)"/> has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Square(Vector256<double> x) => LaneSquare.Square(x);

    /// <summary>Squares of eight numbers, as <see cref="StrictMath.Square(double)"/> has them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Square(Vector512<double> x) => LaneSquare.Square(x);

    /// <summary>Hyperbolic tangents of eight numbers in single precision, as <see cref="StrictMath.Tanh(float)"/> has
    /// them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x) => LaneTangent.Tanh(x);
}
