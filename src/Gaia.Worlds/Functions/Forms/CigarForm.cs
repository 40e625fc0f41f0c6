namespace Gaia.Worlds.Functions.Forms;

/// <summary>z_0^2 + 1e6 times the sum of the other z_i^2.</summary>
internal sealed class CigarForm : ClosedForm
{
    private const double Condition = 1e6;

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = z[0] * z[0];
        foreach (double value in z[1..])
            sum += Condition * value * value;
        return sum;
    }
}
