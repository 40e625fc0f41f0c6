using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gaia.Worlds.Physics.Lanes;

/// <summary>Single lanes of a vector, and <see cref="Scalar"/>'s comparisons in all eight.</summary>
internal static class Lane
{
    /// <summary>Lanes of a vector: islands that are solved side by side.</summary>
    public const int Count = 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(ref Vector256<float> vector, int lane, float value) =>
        Unsafe.Add(ref Unsafe.As<Vector256<float>, float>(ref vector), lane) = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Get(ref readonly Vector256<float> vector, int lane) =>
        Unsafe.Add(ref Unsafe.As<Vector256<float>, float>(ref Unsafe.AsRef(in vector)), lane);

    /// <summary>All bits of a lane set or none, as a condition.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetMask(ref Vector256<float> vector, int lane, bool value) =>
        Set(ref vector, lane, BitConverter.Int32BitsToSingle(value ? -1 : 0));

    /// <summary>The second operand where they do not compare or are zeros, as the machine's own instruction does.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Min(Vector256<float> a, Vector256<float> b) => Avx.IsSupported
        ? Avx.Min(a, b)
        : Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b);

    /// <summary>The second operand where they do not compare or are zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Max(Vector256<float> a, Vector256<float> b) => Avx.IsSupported
        ? Avx.Max(a, b)
        : Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Clamp(Vector256<float> a, Vector256<float> low, Vector256<float> high) =>
        Max(low, Min(a, high));
}
