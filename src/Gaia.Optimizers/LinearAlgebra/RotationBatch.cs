using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gaia.Optimizers.LinearAlgebra;

/// <summary>Plane rotations of several QL sweeps, kept until they are worth one pass over the eigenvectors.</summary>
/// <remarks>
/// A sweep rotates rows (i + 1, i) for i falling from its start. Columns do not touch each other, so a block of sixteen
/// columns takes all sweeps while it lies in the first-level cache; the bits do not depend on the blocking.
/// </remarks>
internal sealed class RotationBatch
{
    private const int SweepsKept = 32;
    private const int WideColumns = 16;

    private readonly int _order;
    private readonly int _stride;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _sweeps;
    private int _count;

    public RotationBatch(int order, int stride)
    {
        _order = order;
        _stride = stride;
        _cosines = new double[SweepsKept * order];
        _sines = new double[SweepsKept * order];
        _starts = new int[SweepsKept];
        _ends = new int[SweepsKept];
    }

    public void Clear()
    {
        _sweeps = 0;
        _count = 0;
    }

    public bool HasRoom(int rotations) => _sweeps < SweepsKept && _count + rotations <= _cosines.Length;

    public void BeginSweep(int start) => _starts[_sweeps] = start;

    public void Add(double cosine, double sine)
    {
        _cosines[_count] = cosine;
        _sines[_count] = sine;
        _count++;
    }

    public void EndSweep() => _ends[_sweeps++] = _count;

    /// <summary>Applies all sweeps in order, and forgets them.</summary>
    /// <param name="vectors">[order, stride].</param>
    public void ApplyTo(Span<double> vectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vectors.Length, _order * _stride);
        ref var first = ref MemoryMarshal.GetReference(vectors);
        var column = 0;
        for (; column + WideColumns <= _stride; column += WideColumns)
            ApplyWide(ref first, column);
        for (; column < _stride; column += Kernels.LaneCount)
            ApplyNarrow(ref first, column);
        Clear();
    }

    private void ApplyWide(ref double vectors, int column)
    {
        var next = 0;
        for (var sweep = 0; sweep < _sweeps; sweep++)
        {
            var offset = (nuint)((_starts[sweep] * _stride) + column);
            var carry0 = Vector256.LoadUnsafe(ref vectors, offset);
            var carry1 = Vector256.LoadUnsafe(ref vectors, offset + 4);
            var carry2 = Vector256.LoadUnsafe(ref vectors, offset + 8);
            var carry3 = Vector256.LoadUnsafe(ref vectors, offset + 12);
            for (; next < _ends[sweep]; next++)
            {
                var cosine = Vector256.Create(_cosines[next]);
                var sine = Vector256.Create(_sines[next]);
                var above = offset - (nuint)_stride;
                var x = Vector256.LoadUnsafe(ref vectors, above);
                ((sine * x) + (cosine * carry0)).StoreUnsafe(ref vectors, offset);
                carry0 = (cosine * x) - (sine * carry0);
                x = Vector256.LoadUnsafe(ref vectors, above + 4);
                ((sine * x) + (cosine * carry1)).StoreUnsafe(ref vectors, offset + 4);
                carry1 = (cosine * x) - (sine * carry1);
                x = Vector256.LoadUnsafe(ref vectors, above + 8);
                ((sine * x) + (cosine * carry2)).StoreUnsafe(ref vectors, offset + 8);
                carry2 = (cosine * x) - (sine * carry2);
                x = Vector256.LoadUnsafe(ref vectors, above + 12);
                ((sine * x) + (cosine * carry3)).StoreUnsafe(ref vectors, offset + 12);
                carry3 = (cosine * x) - (sine * carry3);
                offset = above;
            }

            carry0.StoreUnsafe(ref vectors, offset);
            carry1.StoreUnsafe(ref vectors, offset + 4);
            carry2.StoreUnsafe(ref vectors, offset + 8);
            carry3.StoreUnsafe(ref vectors, offset + 12);
        }
    }

    private void ApplyNarrow(ref double vectors, int column)
    {
        var next = 0;
        for (var sweep = 0; sweep < _sweeps; sweep++)
        {
            var offset = (nuint)((_starts[sweep] * _stride) + column);
            var carry = Vector256.LoadUnsafe(ref vectors, offset);
            for (; next < _ends[sweep]; next++)
            {
                var cosine = Vector256.Create(_cosines[next]);
                var sine = Vector256.Create(_sines[next]);
                var above = offset - (nuint)_stride;
                var x = Vector256.LoadUnsafe(ref vectors, above);
                ((sine * x) + (cosine * carry)).StoreUnsafe(ref vectors, offset);
                carry = (cosine * x) - (sine * carry);
                offset = above;
            }

            carry.StoreUnsafe(ref vectors, offset);
        }
    }
}
