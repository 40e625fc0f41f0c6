using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gaia.Core.Numerics;

/// <summary><see cref="LaneAngle"/> behind calls: what callers take who have an angle out of the inner range.</summary>
/// <remarks>
/// Vectors travel through memory in a call. The stack is aligned to 16 bytes, where one of 512 bits crosses a cache
/// line more often than not, and reading it back then takes half as long again: so eight lanes go as two calls of four.
/// </remarks>
internal static class AnyAngle
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void SinCos(Vector256<double> x, out Vector256<double> sine, out Vector256<double> cosine) =>
        LaneAngle.SinCos(x, out sine, out cosine);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Vector512<double> x, out Vector512<double> sine, out Vector512<double> cosine)
    {
        SinCos(x.GetLower(), out var lowSine, out var lowCosine);
        SinCos(x.GetUpper(), out var highSine, out var highCosine);
        sine = Vector512.Create(lowSine, highSine);
        cosine = Vector512.Create(lowCosine, highCosine);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Sin(Vector256<double> x) => LaneAngle.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x) =>
        Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Vector256<double> Cos(Vector256<double> x) => LaneAngle.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x) =>
        Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));
}
