using Gaia.Core.Numerics;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>10 times the cube of a sum of twelve octaves of waves, over the variables' mean.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f16: amplitude 1/2^k, frequency
/// 3^k.</remarks>
internal sealed class WeierstrassForm : ClosedForm
{
    private const int Octaves = 12;

    private readonly double[] _amplitudes = new double[Octaves];
    private readonly double[] _frequencies = new double[Octaves];
    private readonly double _least;

    public WeierstrassForm()
    {
        double amplitude = 1.0;
        double frequency = 1.0;
        for (int k = 0; k < Octaves; k++)
        {
            _amplitudes[k] = amplitude;
            _frequencies[k] = frequency;
            _least += amplitude * StrictMath.Cos(2.0 * Math.PI * frequency * 0.5);
            amplitude *= 0.5;
            frequency *= 3.0;
        }
    }

    public override double Value(ReadOnlySpan<double> z)
    {
        double sum = 0.0;
        foreach (double value in z)
        {
            for (int k = 0; k < Octaves; k++)
                sum += StrictMath.Cos(2.0 * Math.PI * (value + 0.5) * _frequencies[k]) * _amplitudes[k];
        }

        double above = (sum / z.Length) - _least;
        return 10.0 * (above * above * above);
    }
}
