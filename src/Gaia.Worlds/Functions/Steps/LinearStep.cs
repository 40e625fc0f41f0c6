namespace Gaia.Worlds.Functions.Steps;

/// <summary>Matrix times point, plus the same offset in every variable.</summary>
/// <param name="matrix">[dimension, dimension], row-major.</param>
/// <param name="offset">Added first, so that sums round as in the reference.</param>
internal sealed class LinearStep(double[] matrix, double offset = 0.0) : VectorStep
{
    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int row = 0; row < from.Length; row++)
        {
            ReadOnlySpan<double> factors = matrix.AsSpan(row * from.Length, from.Length);
            double sum = offset;
            for (int column = 0; column < factors.Length; column++)
                sum += from[column] * factors[column];
            to[row] = sum;
        }
    }
}
