using Gaia.Core.Numerics;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>The highest of many Gaussian peaks, turned into a valley, waved and squared.</summary>
/// <param name="peaks">Where they are, how high, and how wide in each direction.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f21 and f22.</remarks>
internal sealed class GallagherForm(GallagherPeak[] peaks) : ClosedForm
{
    private const double Highest = 10.0;

    public override double Value(ReadOnlySpan<double> z)
    {
        double factor = -0.5 / z.Length;
        double highest = 0.0;
        foreach (GallagherPeak peak in peaks)
        {
            double sum = 0.0;
            for (int i = 0; i < z.Length; i++)
            {
                double away = z[i] - peak.Centre[i];
                sum += peak.Scales[i] * away * away;
            }

            highest = Math.Max(highest, peak.Height * StrictMath.Exp(factor * sum));
        }

        double below = OscillationStep.Oscillate(Highest - highest);
        return below * below;
    }
}
