using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>Minus the mean of z_i sin(sqrt|z_i|), with a penalty beyond 500, on the scale of the other functions.
/// </summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f20. The constant makes the least
/// value 0 but for its rounding, which is 1e-15 here.</remarks>
internal sealed class SchwefelForm : ClosedForm
{
    private const double Edge = 500.0;
    private const double Greatest = 418.9828872724339;

    public override double Value(ReadOnlySpan<double> z)
    {
        double penalty = 0.0;
        double sum = 0.0;
        foreach (double value in z)
        {
            double magnitude = Math.Abs(value);
            double outside = magnitude - Edge;
            if (outside > 0.0)
                penalty += outside * outside;
            sum += value * StrictMath.Sin(Math.Sqrt(magnitude));
        }

        return 0.01 * (penalty + Greatest - (sum / z.Length));
    }
}
