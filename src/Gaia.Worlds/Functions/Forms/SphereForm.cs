namespace Gaia.Worlds.Functions.Forms;

/// <summary>Sum of z_i^2.</summary>
internal sealed class SphereForm : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        foreach (double value in z)
            sum += value * value;
        return sum;
    }
}
