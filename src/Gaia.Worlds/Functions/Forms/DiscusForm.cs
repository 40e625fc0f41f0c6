namespace Gaia.Worlds.Functions.Forms;

/// <summary>1e6 z_0^2 + sum of the other z_i^2.</summary>
internal sealed class DiscusForm : ClosedForm
{
    private const double Condition = 1e6;

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = Condition * z[0] * z[0];
        foreach (double value in z[1..])
            sum += value * value;
        return sum;
    }
}
