namespace Gaia.Worlds.Functions.Forms;

/// <summary>100 times the sum of (z_i^2 - z_i+1)^2, plus the sum of (z_i - 1)^2 but for the last; least at ones.
/// </summary>
internal sealed class RosenbrockForm : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        double valley = 0.0;
        double slope = 0.0;
        for (int i = 0; i < z.Length - 1; i++)
        {
            double off = (z[i] * z[i]) - z[i + 1];
            valley += off * off;
            double left = z[i] - 1.0;
            slope += left * left;
        }

        return (100.0 * valley) + slope;
    }
}
