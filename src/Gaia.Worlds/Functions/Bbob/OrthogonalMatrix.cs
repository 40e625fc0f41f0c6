namespace Gaia.Worlds.Functions.Bbob;

/// <summary>Random orthogonal matrices, row-major.</summary>
/// <remarks>
/// Gram-Schmidt on the columns of a matrix of normal numbers that is filled column by column, as COCO's
/// src/suite_bbob_legacy_code.c does it.
/// </remarks>
internal static class OrthogonalMatrix
{
    /// <summary>[dimension, dimension].</summary>
    public static double[] FromSeed(long seed, int dimension)
    {
        double[] draws = BbobDraws.Gaussian(seed, dimension * dimension);
        var columns = new double[dimension][];
        for (int i = 0; i < dimension; i++)
        {
            double[] column = draws[(i * dimension)..((i + 1) * dimension)];
            for (int j = 0; j < i; j++)
                Remove(columns[j], column);
            double length = Math.Sqrt(Product(column, column));
            for (int k = 0; k < dimension; k++)
                column[k] /= length;
            columns[i] = column;
        }

        var matrix = new double[dimension * dimension];
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column < dimension; column++)
                matrix[(row * dimension) + column] = columns[column][row];
        }

        return matrix;
    }

    /// <summary>left * diagonal(scales) * right.</summary>
    public static double[] Join(double[] left, double[] scales, double[] right)
    {
        int dimension = scales.Length;
        var matrix = new double[dimension * dimension];
        for (int row = 0; row < dimension; row++)
        {
            for (int column = 0; column < dimension; column++)
            {
                double sum = 0.0;
                for (int k = 0; k < dimension; k++)
                    sum += left[(row * dimension) + k] * scales[k] * right[(k * dimension) + column];
                matrix[(row * dimension) + column] = sum;
            }
        }

        return matrix;
    }

    /// <summary>diagonal(scales) * matrix.</summary>
    public static double[] ScaleRows(double[] scales, double[] matrix)
    {
        var scaled = new double[matrix.Length];
        for (int i = 0; i < scaled.Length; i++)
            scaled[i] = matrix[i] * scales[i / scales.Length];
        return scaled;
    }

    /// <summary>The transpose times a point whose coordinates are all the same.</summary>
    public static double[] TurnBack(double[] matrix, int dimension, double value)
    {
        var point = new double[dimension];
        for (int column = 0; column < dimension; column++)
        {
            double sum = 0.0;
            for (int row = 0; row < dimension; row++)
                sum += matrix[(row * dimension) + column];
            point[column] = sum * value;
        }

        return point;
    }

    private static void Remove(double[] direction, double[] from)
    {
        double part = Product(from, direction);
        for (int k = 0; k < from.Length; k++)
            from[k] -= part * direction[k];
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0.0;
        for (int k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }
}
