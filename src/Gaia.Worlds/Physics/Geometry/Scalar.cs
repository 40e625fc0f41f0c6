using System.Runtime.CompilerServices;

namespace Gaia.Worlds.Physics.Geometry;

/// <summary>Comparisons with the zero and NaN behaviour of a bare conditional.</summary>
/// <remarks>
/// <see cref="MathF.Max(float, float)"/> orders -0 before +0 and spreads NaN; the reference takes the second operand
/// whenever the first is not strictly on its side, and that reaches the bits of an observation.
/// </remarks>
internal static class Scalar
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Min(float a, float b) => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(float a, float b) => a > b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Clamp(float a, float low, float high) => Max(low, Min(a, high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Abs(float a) => a > 0.0f ? a : -a;
}
