namespace Gaia.Worlds.Functions.Forms;

/// <summary>z_0^2 + 100 times the distance from the ridge, the first axis.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f13.</remarks>
internal sealed class SharpRidgeForm : ClosedForm
{
    private const double Slope = 100.0;

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        foreach (double value in z[1..])
            sum += value * value;
        return (Slope * Math.Sqrt(sum)) + (z[0] * z[0]);
    }
}
