namespace Gaia.Worlds.Functions.Forms;

/// <summary>A product of sums of 32 saw teeth, each half as wide and high as the one before.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f23.</remarks>
internal sealed class KatsuuraForm(int dimension) : ClosedForm
{
    private const int Octaves = 32;

    private readonly double _exponent = 10.0 / StrictPower.Of(dimension, 1.2);

    public override double Value(ReadOnlySpan<double> z)
    {
        double product = 1.0;
        for (int i = 0; i < z.Length; i++)
            product *= StrictPower.Of(1.0 + ((i + 1.0) * Teeth(z[i])), _exponent);
        return 10.0 / z.Length / z.Length * (-1.0 + product);
    }

    private static double Teeth(double value)
    {
        double sum = 0.0;
        double frequency = 1.0;
        for (int j = 0; j < Octaves; j++)
        {
            frequency *= 2.0;
            double scaled = frequency * value;
            sum += Math.Abs(scaled - Math.Floor(scaled + 0.5)) / frequency;
        }

        return sum;
    }
}
