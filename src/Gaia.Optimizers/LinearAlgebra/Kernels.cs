using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gaia.Optimizers.LinearAlgebra;

/// <summary>Loops over doubles, four lanes wide on every processor, with one fixed order of additions, nothing fused.
/// </summary>
internal static class Kernels
{
    /// <summary>Lanes of one step.</summary>
    public const int LaneCount = 4;

    /// <summary>Rows of matrices are padded with zeros to a multiple of this.</summary>
    public const int StrideUnit = 8;

    /// <summary>The row length that holds so many columns.</summary>
    public static int StrideOf(int columns) => (columns + StrideUnit - 1) / StrideUnit * StrideUnit;

    /// <summary>The next multiple of the lane count.</summary>
    public static int Pad(int length) => (length + LaneCount - 1) / LaneCount * LaneCount;

    /// <summary>Sum of left[i] * right[i].</summary>
    /// <param name="left">Any length.</param>
    /// <param name="right">The same length.</param>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, left.Length);
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        var sum0 = Vector256<double>.Zero;
        var sum1 = Vector256<double>.Zero;
        var i = 0;
        for (; i + (2 * LaneCount) <= left.Length; i += 2 * LaneCount)
        {
            var at = (nuint)i;
            sum0 += Vector256.LoadUnsafe(ref a, at) * Vector256.LoadUnsafe(ref b, at);
            sum1 += Vector256.LoadUnsafe(ref a, at + LaneCount) * Vector256.LoadUnsafe(ref b, at + LaneCount);
        }

        for (; i + LaneCount <= left.Length; i += LaneCount)
            sum0 += Vector256.LoadUnsafe(ref a, (nuint)i) * Vector256.LoadUnsafe(ref b, (nuint)i);
        var sum = SumOfLanes(sum0 + sum1);
        for (; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }

    /// <summary>target[i] += factor * row[i], and returns the sum of row[i] * weights[i]: one pass for both halves of a
    /// symmetric product.</summary>
    public static double DotAndAdd(
        ReadOnlySpan<double> row, ReadOnlySpan<double> weights, double factor, Span<double> target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, row.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, row.Length);
        ref var a = ref MemoryMarshal.GetReference(row);
        ref var b = ref MemoryMarshal.GetReference(weights);
        ref var t = ref MemoryMarshal.GetReference(target);
        var scale = Vector256.Create(factor);
        var sum0 = Vector256<double>.Zero;
        var sum1 = Vector256<double>.Zero;
        var i = 0;
        for (; i + (2 * LaneCount) <= row.Length; i += 2 * LaneCount)
        {
            var at = (nuint)i;
            var low = Vector256.LoadUnsafe(ref a, at);
            var high = Vector256.LoadUnsafe(ref a, at + LaneCount);
            sum0 += low * Vector256.LoadUnsafe(ref b, at);
            sum1 += high * Vector256.LoadUnsafe(ref b, at + LaneCount);
            (Vector256.LoadUnsafe(ref t, at) + (scale * low)).StoreUnsafe(ref t, at);
            (Vector256.LoadUnsafe(ref t, at + LaneCount) + (scale * high)).StoreUnsafe(ref t, at + LaneCount);
        }

        var sum = SumOfLanes(sum0 + sum1);
        for (; i < row.Length; i++)
        {
            sum += row[i] * weights[i];
            target[i] += factor * row[i];
        }

        return sum;
    }

    /// <summary>target[i] += factor * source[i].</summary>
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, target.Length);
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref MemoryMarshal.GetReference(source);
        var scale = Vector256.Create(factor);
        var i = 0;
        for (; i + LaneCount <= target.Length; i += LaneCount)
        {
            var at = (nuint)i;
            (Vector256.LoadUnsafe(ref t, at) + (scale * Vector256.LoadUnsafe(ref s, at))).StoreUnsafe(ref t, at);
        }

        for (; i < target.Length; i++)
            target[i] += factor * source[i];
    }

    /// <summary>target[i] -= factor0 * source0[i] + factor1 * source1[i].</summary>
    public static void SubtractTwo(
        Span<double> target,
        double factor0,
        ReadOnlySpan<double> source0,
        double factor1,
        ReadOnlySpan<double> source1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source0.Length, target.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(source1.Length, target.Length);
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var a = ref MemoryMarshal.GetReference(source0);
        ref var b = ref MemoryMarshal.GetReference(source1);
        var scale0 = Vector256.Create(factor0);
        var scale1 = Vector256.Create(factor1);
        var i = 0;
        for (; i + LaneCount <= target.Length; i += LaneCount)
        {
            var at = (nuint)i;
            var change = (scale0 * Vector256.LoadUnsafe(ref a, at)) + (scale1 * Vector256.LoadUnsafe(ref b, at));
            (Vector256.LoadUnsafe(ref t, at) - change).StoreUnsafe(ref t, at);
        }

        for (; i < target.Length; i++)
            target[i] -= (factor0 * source0[i]) + (factor1 * source1[i]);
    }

    private static double SumOfLanes(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
