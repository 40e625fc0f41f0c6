using Gaia.Core.Numerics;
using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>Two spheres, the wider one around the wrong place, under the waves of the Rastrigin function.</summary>
/// <param name="turns">From the distance to the optimum to the waves' variables: two matrices.</param>
/// <param name="dimension">Number of variables.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f24.</remarks>
internal sealed class LunacekForm((LinearStep First, LinearStep Second) turns, int dimension) : ClosedForm
{
    /// <summary>Where the better sphere's centre is, in every variable.</summary>
    public const double Centre = 2.5;

    private const double Depth = 1.0;

    private readonly double _width = 1.0 - (0.5 / (Math.Sqrt(dimension + 20.0) - 4.1));
    private readonly double[] _away = new double[dimension];
    private readonly double[] _half = new double[dimension];
    private readonly double[] _waves = new double[dimension];

    public override double Value(ReadOnlySpan<double> z)
    {
        double wrongCentre = -Math.Sqrt(((Centre * Centre) - Depth) / _width);
        double near = 0.0;
        double far = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            _away[i] = z[i] - Centre;
            near += _away[i] * _away[i];
            far += (z[i] - wrongCentre) * (z[i] - wrongCentre);
        }

        double spheres = Math.Min(near, (Depth * z.Length) + (_width * far));
        if (double.IsInfinity(spheres))
            return spheres;
        turns.First.Apply(_away, _half);
        turns.Second.Apply(_half, _waves);
        double cosines = 0.0;
        foreach (double wave in _waves)
            cosines += StrictMath.Cos(2.0 * Math.PI * wave);
        return spheres + (10.0 * (z.Length - cosines));
    }
}
