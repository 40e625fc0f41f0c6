using Gaia.Optimizers.Sampling;

namespace Gaia.Optimizers.Tests.Functions;

/// <summary>A random orthogonal matrix: normal deviates, made orthonormal row by row.</summary>
public sealed class Rotation
{
    private readonly double[][] _rows;

    public Rotation(int dimension, ulong seed)
    {
        _rows = new double[dimension][];
        for (var i = 0; i < dimension; i++)
        {
            var row = new double[dimension];
            Perturbation.Fill(seed, 0, i, row);

            // Twice is enough (Kahan and Parlett): once may leave the rounding of nearly dependent rows.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    var overlap = Dot(row, _rows[j]);
                    for (var k = 0; k < dimension; k++)
                        row[k] -= overlap * _rows[j][k];
                }
            }

            var length = Math.Sqrt(Dot(row, row));
            for (var k = 0; k < dimension; k++)
                row[k] /= length;
            _rows[i] = row;
        }
    }

    /// <summary>The function in rotated coordinates.</summary>
    public Objective Of(Objective function)
    {
        var rotated = new double[_rows.Length];
        return point =>
        {
            for (var i = 0; i < _rows.Length; i++)
                rotated[i] = Dot(_rows[i], point);
            return function(rotated);
        };
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
