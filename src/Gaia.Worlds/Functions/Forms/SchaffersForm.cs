using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>Schaffers F7: the square of a mean over neighbours of sqrt(s) (1 + sin^2(50 s^(1/5))), s their length.
/// </summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f17 and f18.</remarks>
internal sealed class SchaffersForm : ClosedForm
{
    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        for (int i = 0; i < z.Length - 1; i++)
        {
            double square = (z[i] * z[i]) + (z[i + 1] * z[i + 1]);
            if (double.IsInfinity(square))
                return square;
            double wave = StrictMath.Sin(50.0 * StrictPower.Of(square, 0.1));
            sum += StrictPower.Of(square, 0.25) * (1.0 + (wave * wave));
        }

        double mean = sum / (z.Length - 1.0);
        return mean * mean;
    }
}
