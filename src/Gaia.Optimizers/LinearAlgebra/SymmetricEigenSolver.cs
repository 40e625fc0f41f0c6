
namespace Gaia.Optimizers.LinearAlgebra;

/// <summary>Eigenvalues and eigenvectors of a dense symmetric matrix, without allocation after construction.</summary>
/// <remarks>
/// Householder reduction to tridiagonal form, then the implicit QL iteration (Wilkinson and Reinsch, "Handbook for
/// Automatic Computation II: Linear Algebra", 1971, procedures tred2 and tql2). Two departures, for speed: the
/// transform is held transposed, so that an eigenvector is a row and every inner loop is contiguous; and plane
/// rotations are gathered and applied to blocks of columns that stay in the first-level cache. Lanes are always four
/// wide, additions have one fixed order and nothing is fused, so the bits are the same on every processor.
/// </remarks>
internal sealed class SymmetricEigenSolver
{
    private const int MaximumSweepsPerValue = 50;
    private const double Negligible = 1e-290;
    private const double Epsilon = 2.220446049250313e-16;

    private readonly int _order;
    private readonly int _stride;
    private readonly double[] _matrix;
    private readonly double[] _diagonal;
    private readonly double[] _offDiagonal;
    private readonly double[] _reflectorScale;
    private readonly double[] _reflector;
    private readonly double[] _product;
    private readonly RotationBatch _rotations;

    /// <summary>Makes room for matrices of one size.</summary>
    /// <param name="order">Rows of the matrix, at least 1.</param>
    /// <param name="stride">Distance between rows in all matrices, a multiple of 8, at least the order.</param>
    public SymmetricEigenSolver(int order, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, order);
        ArgumentOutOfRangeException.ThrowIfNotEqual(stride % Kernels.StrideUnit, 0);
        _order = order;
        _stride = stride;
        _matrix = new double[order * stride];
        _diagonal = new double[order];
        _offDiagonal = new double[order];
        _reflectorScale = new double[order];
        _reflector = new double[stride];
        _product = new double[stride];
        _rotations = new RotationBatch(order, stride);
    }

    /// <summary>Decomposes a matrix. Eigenvalues come in no particular order.</summary>
    /// <param name="matrix">[order, stride], finite; only the lower triangle is read.</param>
    /// <param name="vectors">[order, stride]; row i becomes the unit eigenvector of value i, padding zero.</param>
    /// <param name="values">[order]; overwritten.</param>
    /// <returns>False where the iteration did not converge; the outputs are then without meaning.</returns>
    public bool TryDecompose(ReadOnlySpan<double> matrix, Span<double> vectors, Span<double> values)
    {
        var largest = LargestMagnitude(matrix);
        if (!double.IsFinite(largest))
            return false;

        vectors.Clear();
        for (var i = 0; i < _order; i++)
            vectors[(i * _stride) + i] = 1;
        if (largest == 0)
        {
            values.Clear();
            return true;
        }

        // A power of two scales without rounding and keeps the squares below from over- or underflow.
        var exponent = -Math.ILogB(largest);
        for (var i = 0; i < _order; i++)
        {
            for (var j = 0; j <= i; j++)
                _matrix[(i * _stride) + j] = Math.ScaleB(matrix[(i * _stride) + j], exponent);
        }

        Tridiagonalise();
        AccumulateReflectors(vectors);
        if (!Diagonalise(vectors))
            return false;
        for (var i = 0; i < _order; i++)
            values[i] = Math.ScaleB(_diagonal[i], -exponent);
        return true;
    }

    private double LargestMagnitude(ReadOnlySpan<double> matrix)
    {
        double largest = 0;
        for (var i = 0; i < _order; i++)
        {
            foreach (var value in matrix.Slice(i * _stride, i + 1))
            {
                var magnitude = Math.Abs(value);
                if (!(magnitude <= largest))
                    largest = magnitude;
                if (double.IsNaN(largest))
                    return double.NaN;
            }
        }

        return largest;
    }

    /// <summary>Row i of the lower triangle becomes the reflector that clears it left of the sub-diagonal.</summary>
    private void Tridiagonalise()
    {
        for (var i = _order - 1; i >= 1; i--)
        {
            var row = _matrix.AsSpan(i * _stride, i);
            var pivot = row[i - 1];
            double tail = 0;
            for (var j = 0; j < i - 1; j++)
                tail += row[j] * row[j];
            _diagonal[i] = _matrix[(i * _stride) + i];
            if (tail < Negligible)
            {
                _offDiagonal[i - 1] = pivot;
                _reflectorScale[i] = 0;
                continue;
            }

            var squared = tail + (pivot * pivot);
            var signedLength = pivot > 0 ? -Math.Sqrt(squared) : Math.Sqrt(squared);
            var scale = squared - (pivot * signedLength);
            row[i - 1] = pivot - signedLength;
            _offDiagonal[i - 1] = signedLength;
            _reflectorScale[i] = scale;
            Reflect(row, scale);
        }

        _diagonal[0] = _matrix[0];
        _offDiagonal[_order - 1] = 0;
    }

    /// <summary>A := A - u q' - q u' on the leading block, with p = A u / h and q = p - u (u'p) / 2h.</summary>
    private void Reflect(ReadOnlySpan<double> u, double scale)
    {
        var size = u.Length;
        var q = _product.AsSpan(0, size);
        q.Clear();
        for (var r = 0; r < size; r++)
        {
            var row = _matrix.AsSpan(r * _stride, r);
            q[r] += Kernels.DotAndAdd(row, u[..r], u[r], q[..r]) + (_matrix[(r * _stride) + r] * u[r]);
        }

        var inverse = 1 / scale;
        double overlap = 0;
        for (var r = 0; r < size; r++)
        {
            q[r] *= inverse;
            overlap += u[r] * q[r];
        }

        var shift = overlap * 0.5 * inverse;
        for (var r = 0; r < size; r++)
            q[r] -= shift * u[r];
        for (var r = 0; r < size; r++)
            Kernels.SubtractTwo(_matrix.AsSpan(r * _stride, r + 1), u[r], q[..(r + 1)], q[r], u[..(r + 1)]);
    }

    /// <summary>vectors := transpose of the product of all reflectors.</summary>
    private void AccumulateReflectors(Span<double> vectors)
    {
        for (var i = 2; i < _order; i++)
        {
            if (_reflectorScale[i] == 0)
                continue;
            var padded = Kernels.Pad(i);
            var u = _reflector.AsSpan(0, padded);
            u.Clear();
            _matrix.AsSpan(i * _stride, i).CopyTo(u);
            var inverse = 1 / _reflectorScale[i];
            for (var r = 0; r < i; r++)
            {
                var row = vectors.Slice(r * _stride, padded);
                Kernels.AddScaled(row, -(Kernels.Dot(row, u) * inverse), u);
            }
        }
    }

    private bool Diagonalise(Span<double> vectors)
    {
        _rotations.Clear();
        for (var first = 0; first < _order; first++)
        {
            var sweeps = 0;
            while (true)
            {
                var last = EndOfBlock(first);
                if (last == first)
                    break;
                if (++sweeps > MaximumSweepsPerValue)
                    return false;
                if (!_rotations.HasRoom(last - first))
                    _rotations.ApplyTo(vectors);
                Sweep(first, last);
            }
        }

        _rotations.ApplyTo(vectors);
        return true;
    }

    /// <summary>The last index of the unreduced block that begins at the given one.</summary>
    private int EndOfBlock(int first)
    {
        var last = first;
        while (last < _order - 1)
        {
            var neighbours = Math.Abs(_diagonal[last]) + Math.Abs(_diagonal[last + 1]);
            if (Math.Abs(_offDiagonal[last]) <= Epsilon * neighbours)
                break;
            last++;
        }

        return last;
    }

    /// <summary>One implicit QL sweep with Wilkinson's shift, from the end of the block up to its beginning.</summary>
    private void Sweep(int first, int last)
    {
        var d = _diagonal;
        var e = _offDiagonal;
        var slope = (d[first + 1] - d[first]) / (2 * e[first]);
        var root = Math.Sqrt((slope * slope) + 1);
        var g = d[last] - d[first] + (e[first] / (slope + (slope >= 0 ? root : -root)));
        double sine = 1;
        double cosine = 1;
        double p = 0;
        _rotations.BeginSweep(last);
        for (var i = last - 1; i >= first; i--)
        {
            var f = sine * e[i];
            var b = cosine * e[i];
            var length = Math.Sqrt((f * f) + (g * g));
            e[i + 1] = length;
            if (length == 0)
            {
                d[i + 1] -= p;
                e[last] = 0;
                _rotations.EndSweep();
                return;
            }

            sine = f / length;
            cosine = g / length;
            g = d[i + 1] - p;
            var r = ((d[i] - g) * sine) + (2 * cosine * b);
            p = sine * r;
            d[i + 1] = g + p;
            g = (cosine * r) - b;
            _rotations.Add(cosine, sine);
        }

        d[first] -= p;
        e[first] = g;
        e[last] = 0;
        _rotations.EndSweep();
    }
}
