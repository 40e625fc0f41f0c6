using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Snapshots;

namespace Gaia.Optimizers.CmaEs;

/// <summary>The covariance matrix C, its evolution path, and its eigendecomposition C = B D^2 B'.</summary>
/// <remarks>
/// Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv:1604.00772), equations 45 to 47; the negative ranks' steps
/// are set to Mahalanobis length sqrt(n), as pycma does, so that C stays positive definite. The decomposition lags as
/// <see cref="StrategyParameters.DecompositionGap"/> says and is part of the state.
/// </remarks>
internal sealed class CovarianceModel
{
    private const int ColumnBlock = 16;

    /// <summary>Least eigenvalue as a share of the greatest. Beyond it rounding may have made C indefinite.</summary>
    private const double SpectrumFloor = 1e-16;

    private const double MaximumStep = 1e150;
    private const double MaximumAxisEntry = 1 + 1e-6;

    private readonly StrategyParameters _parameters;
    private readonly int _stride;
    private readonly double[] _matrix;
    private readonly double[] _axes;
    private readonly double[] _lengths;
    private readonly double[] _path;
    private readonly double[] _vectors;
    private readonly double[] _vectorWeights;
    private readonly double[] _rowFactors;
    private readonly double[] _candidateAxes;
    private readonly double[] _candidateValues;
    private readonly SymmetricEigenSolver _solver;
    private long _decomposedGeneration;

    public CovarianceModel(StrategyParameters parameters)
    {
        _parameters = parameters;
        var n = parameters.Dimension;
        _stride = Kernels.StrideOf(n);
        _matrix = new double[n * _stride];
        _axes = new double[n * _stride];
        _lengths = new double[n];
        _path = new double[_stride];
        _vectors = new double[(parameters.Population + 1) * _stride];
        _vectorWeights = new double[parameters.Population + 1];
        _rowFactors = new double[parameters.Population + 1];
        _candidateAxes = new double[n * _stride];
        _candidateValues = new double[n];
        _solver = new SymmetricEigenSolver(n, _stride);
        for (var i = 0; i < n; i++)
        {
            _matrix[(i * _stride) + i] = 1;
            _axes[(i * _stride) + i] = 1;
            _lengths[i] = 1;
        }
    }

    /// <summary>[dimension, stride]: one eigenvector a row, padding zero.</summary>
    public ReadOnlySpan<double> Axes => _axes;

    /// <summary>[dimension]: standard deviations along the axes.</summary>
    public ReadOnlySpan<double> Lengths => _lengths;

    /// <summary>pc, [dimension].</summary>
    public ReadOnlySpan<double> Path => _path.AsSpan(0, _parameters.Dimension);

    /// <summary>True where the last decomposition failed, and the one before it is still in use.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>C[row, column].</summary>
    public double this[int row, int column] =>
        _matrix[(Math.Max(row, column) * _stride) + Math.Min(row, column)];

    /// <summary>Unit eigenvector, [dimension].</summary>
    public ReadOnlySpan<double> Axis(int index) => _axes.AsSpan(index * _stride, _parameters.Dimension);

    /// <summary>Writes B z.</summary>
    /// <param name="isotropic">[dimension], in eigenvectors' coordinates.</param>
    /// <param name="result">[stride]; overwritten.</param>
    public void Rotate(ReadOnlySpan<double> isotropic, Span<double> result)
    {
        result.Clear();
        for (var i = 0; i < isotropic.Length; i++)
            Kernels.AddScaled(result, isotropic[i], _axes.AsSpan(i * _stride, _stride));
    }

    /// <summary>Writes z = D^(-1) B' y, and returns its length, the Mahalanobis length of y.</summary>
    /// <param name="step">[stride], padding zero.</param>
    /// <param name="isotropic">[dimension]; overwritten.</param>
    public double ToIsotropic(ReadOnlySpan<double> step, Span<double> isotropic)
    {
        for (var i = 0; i < isotropic.Length; i++)
            isotropic[i] = Kernels.Dot(_axes.AsSpan(i * _stride, _stride), step) / _lengths[i];
        return Math.Sqrt(Kernels.Dot(isotropic, isotropic));
    }

    /// <summary>Moves pc along the mean's step and C along pc and the members' steps.</summary>
    /// <param name="meanStep">[stride], in units of sigma.</param>
    /// <param name="population">Steps of this generation.</param>
    /// <param name="order">[population], members from best to worst.</param>
    /// <param name="firstInjected">Members from here on came from outside: they never shrink C.</param>
    /// <param name="stalled">True where the step-size path is too long, and pc stands still.</param>
    public void Update(
        ReadOnlySpan<double> meanStep, Population population, ReadOnlySpan<int> order, int firstInjected, bool stalled)
    {
        var p = _parameters;
        var variance = p.PathRate * (2 - p.PathRate);
        var scale = stalled ? 0 : Math.Sqrt(variance * p.Weights.EffectiveParents);
        for (var i = 0; i < _stride; i++)
            _path[i] = ((1 - p.PathRate) * _path[i]) + (scale * meanStep[i]);

        // A standing path lacks variance, which a slower decay of C makes up for.
        var decay = 1 - (stalled ? p.RankOneRate * (1 - variance) : p.RankOneRate);
        _path.CopyTo(_vectors, 0);
        _vectorWeights[0] = p.RankOneRate;
        var count = 1;
        for (var rank = 0; rank < order.Length; rank++)
        {
            var weight = p.RankMuRate * p.Weights.Values[rank];
            var member = order[rank];
            if (weight == 0 || (weight < 0 && member >= firstInjected))
                continue;
            decay -= weight;
            if (weight < 0)
            {
                var z = population.Isotropic(member);
                var length = Math.Sqrt(Kernels.Dot(z, z)) + 1e-9;
                weight *= p.Dimension / (length * length);
            }

            population.Step(member).CopyTo(_vectors.AsSpan(count * _stride, _stride));
            _vectorWeights[count++] = weight;
        }

        AddOuterProducts(decay, count);
    }

    /// <summary>Decomposes C again where it is due.</summary>
    /// <param name="generation">Generations told so far.</param>
    public void RefreshAxes(long generation)
    {
        if (generation < _decomposedGeneration + _parameters.DecompositionGap)
            return;
        _decomposedGeneration = generation;
        HasFailed = !_solver.TryDecompose(_matrix, _candidateAxes, _candidateValues);
        if (HasFailed)
            return;
        double largest = 0;
        foreach (var value in _candidateValues)
            largest = Math.Max(largest, value);
        if (!(largest > 0))
        {
            HasFailed = true;
            return;
        }

        for (var i = 0; i < _lengths.Length; i++)
            _lengths[i] = Math.Sqrt(Math.Max(_candidateValues[i], largest * SpectrumFloor));
        _candidateAxes.CopyTo(_axes, 0);
    }

    public void Write(StateWriter writer)
    {
        writer.WriteInt64(_decomposedGeneration);
        writer.WriteBoolean(HasFailed);
        writer.WriteDoubles(Path);
        writer.WriteDoubles(_lengths);
        for (var i = 0; i < _parameters.Dimension; i++)
        {
            writer.WriteDoubles(_matrix.AsSpan(i * _stride, i + 1));
            writer.WriteDoubles(Axis(i));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, within bounds that keep every product finite.</summary>
    public void Read(ref StateReader reader, long generation)
    {
        _decomposedGeneration = reader.ReadInt64(0, generation);
        HasFailed = reader.ReadBoolean();
        reader.ReadDoubles(_path.AsSpan(0, _parameters.Dimension), MaximumStep);
        for (var i = 0; i < _lengths.Length; i++)
            _lengths[i] = reader.ReadDouble(1 / MaximumStep, MaximumStep);
        for (var i = 0; i < _parameters.Dimension; i++)
        {
            reader.ReadDoubles(_matrix.AsSpan(i * _stride, i + 1), MaximumStep * MaximumStep);
            reader.ReadDoubles(_axes.AsSpan(i * _stride, _parameters.Dimension), MaximumAxisEntry);
        }
    }

    /// <summary>C := decay C + sum of weight v v', for the lower triangle and the rest of its last column
    /// block.</summary>
    private void AddOuterProducts(double decay, int count)
    {
        for (var row = 0; row < _parameters.Dimension; row++)
        {
            for (var k = 0; k < count; k++)
                _rowFactors[k] = _vectorWeights[k] * _vectors[(k * _stride) + row];
            ref var target = ref MemoryMarshal.GetReference(_matrix.AsSpan(row * _stride, _stride));
            var column = 0;
            for (; column + ColumnBlock <= _stride && column <= row; column += ColumnBlock)
                AddToBlock(ref target, decay, count, column);
            for (; column <= row; column += Kernels.LaneCount)
                AddToLanes(ref target, decay, count, column);
        }
    }

    private void AddToBlock(ref double target, double decay, int count, int column)
    {
        ref var source = ref MemoryMarshal.GetReference(_vectors.AsSpan());
        var at = (nuint)column;
        var keep = Vector256.Create(decay);
        var sum0 = keep * Vector256.LoadUnsafe(ref target, at);
        var sum1 = keep * Vector256.LoadUnsafe(ref target, at + 4);
        var sum2 = keep * Vector256.LoadUnsafe(ref target, at + 8);
        var sum3 = keep * Vector256.LoadUnsafe(ref target, at + 12);
        var from = at;
        for (var k = 0; k < count; k++, from += (nuint)_stride)
        {
            var factor = Vector256.Create(_rowFactors[k]);
            sum0 += factor * Vector256.LoadUnsafe(ref source, from);
            sum1 += factor * Vector256.LoadUnsafe(ref source, from + 4);
            sum2 += factor * Vector256.LoadUnsafe(ref source, from + 8);
            sum3 += factor * Vector256.LoadUnsafe(ref source, from + 12);
        }

        sum0.StoreUnsafe(ref target, at);
        sum1.StoreUnsafe(ref target, at + 4);
        sum2.StoreUnsafe(ref target, at + 8);
        sum3.StoreUnsafe(ref target, at + 12);
    }

    private void AddToLanes(ref double target, double decay, int count, int column)
    {
        ref var source = ref MemoryMarshal.GetReference(_vectors.AsSpan());
        var at = (nuint)column;
        var sum = Vector256.Create(decay) * Vector256.LoadUnsafe(ref target, at);
        for (var k = 0; k < count; k++)
        {
            var from = at + ((nuint)k * (nuint)_stride);
            sum += Vector256.Create(_rowFactors[k]) * Vector256.LoadUnsafe(ref source, from);
        }

        sum.StoreUnsafe(ref target, at);
    }
}
