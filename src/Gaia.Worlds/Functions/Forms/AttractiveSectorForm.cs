using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>Squares, 10,000 times as steep on the optimum's side of 0 in each variable; waved and flattened.</summary>
/// <param name="optimum">Its signs choose the steep sides.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f6.</remarks>
internal sealed class AttractiveSectorForm(double[] optimum) : ClosedForm
{
    private const double Steep = 100.0;
    private const double Exponent = 0.9;

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double square = z[i] * z[i];
            sum += optimum[i] * z[i] > 0.0 ? Steep * Steep * square : square;
        }

        return StrictPower.Of(OscillationStep.Oscillate(sum), Exponent);
    }
}
