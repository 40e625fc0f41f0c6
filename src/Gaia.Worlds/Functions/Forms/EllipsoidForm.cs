namespace Gaia.Worlds.Functions.Forms;

/// <summary>Sum of condition^(i / (n - 1)) z_i^2.</summary>
internal sealed class EllipsoidForm(double condition, int dimension) : ClosedForm
{
    private readonly double[] _factors = StrictPower.Spread(condition, dimension);

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
            sum += _factors[i] * z[i] * z[i];
        return sum;
    }
}
