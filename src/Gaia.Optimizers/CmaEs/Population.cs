using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Optimizers.LinearAlgebra;

namespace Gaia.Optimizers.CmaEs;

/// <summary>The steps of one generation, from the mean, in units of sigma.</summary>
/// <remarks>
/// Each step is held twice: isotropic in the eigenvectors' coordinates, where its length is its Mahalanobis length,
/// and in the parameters' coordinates. Holding both saves the update every multiplication by C^(-1/2).
/// </remarks>
internal sealed class Population
{
    private const int MemberBlock = 4;
    private const int ColumnBlock = 8;

    private readonly int _dimension;
    private readonly int _stride;
    private readonly int _paddedSize;
    private readonly double[] _isotropic;
    private readonly double[] _scaled;
    private readonly double[] _steps;

    public Population(int size, int dimension)
    {
        Size = size;
        _dimension = dimension;
        _stride = Kernels.StrideOf(dimension);
        _paddedSize = (size + MemberBlock - 1) / MemberBlock * MemberBlock;
        _isotropic = new double[_paddedSize * _stride];
        _scaled = new double[_paddedSize * _stride];
        _steps = new double[_paddedSize * _stride];
    }

    /// <summary>lambda.</summary>
    public int Size { get; }

    /// <summary>Step of a member in eigenvectors' coordinates, each of unit variance; [dimension].</summary>
    public Span<double> Isotropic(int member) => _isotropic.AsSpan(member * _stride, _dimension);

    /// <summary>Step of a member in parameters' coordinates; [stride], padding zero.</summary>
    public Span<double> Step(int member) => _steps.AsSpan(member * _stride, _stride);

    /// <summary>Makes every step from its isotropic form: step = B D z.</summary>
    /// <param name="axes">[dimension, stride], one eigenvector a row.</param>
    /// <param name="lengths">[dimension], standard deviations along the axes.</param>
    public void Transform(ReadOnlySpan<double> axes, ReadOnlySpan<double> lengths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(axes.Length, _dimension * _stride);
        for (var member = 0; member < Size; member++)
        {
            var z = Isotropic(member);
            var scaled = _scaled.AsSpan(member * _stride, _dimension);
            for (var i = 0; i < z.Length; i++)
                scaled[i] = z[i] * lengths[i];
        }

        ref var axis = ref MemoryMarshal.GetReference(axes);
        for (var column = 0; column < _stride; column += ColumnBlock)
        {
            for (var member = 0; member < _paddedSize; member += MemberBlock)
                TransformBlock(ref axis, member, column);
        }
    }

    private void TransformBlock(ref double axes, int member, int column)
    {
        ref var first = ref _scaled[member * _stride];
        var stride = (nuint)_stride;
        Vector256<double> sum00 = default, sum01 = default, sum10 = default, sum11 = default;
        Vector256<double> sum20 = default, sum21 = default, sum30 = default, sum31 = default;
        var at = (nuint)column;
        for (nuint i = 0; i < (nuint)_dimension; i++, at += stride)
        {
            var low = Vector256.LoadUnsafe(ref axes, at);
            var high = Vector256.LoadUnsafe(ref axes, at + Kernels.LaneCount);
            var factor = Vector256.Create(Unsafe.Add(ref first, i));
            sum00 += factor * low;
            sum01 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref first, stride + i));
            sum10 += factor * low;
            sum11 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref first, (2 * stride) + i));
            sum20 += factor * low;
            sum21 += factor * high;
            factor = Vector256.Create(Unsafe.Add(ref first, (3 * stride) + i));
            sum30 += factor * low;
            sum31 += factor * high;
        }

        ref var target = ref _steps[(member * _stride) + column];
        sum00.StoreUnsafe(ref target);
        sum01.StoreUnsafe(ref target, Kernels.LaneCount);
        sum10.StoreUnsafe(ref target, stride);
        sum11.StoreUnsafe(ref target, stride + Kernels.LaneCount);
        sum20.StoreUnsafe(ref target, 2 * stride);
        sum21.StoreUnsafe(ref target, (2 * stride) + Kernels.LaneCount);
        sum30.StoreUnsafe(ref target, 3 * stride);
        sum31.StoreUnsafe(ref target, (3 * stride) + Kernels.LaneCount);
    }
}
