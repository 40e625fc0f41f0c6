using Gaia.Worlds.Functions.Steps;

namespace Gaia.Worlds.Functions.Forms;

/// <summary>An ellipsoid in stairs: variables are rounded, finely near 0, then turned.</summary>
/// <param name="rotation">What turns the stairs.</param>
/// <param name="dimension">Number of variables.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f7.</remarks>
internal sealed class StepEllipsoidForm(LinearStep rotation, int dimension) : ClosedForm
{
    private const double Condition = 100.0;
    private const double StairsPerUnit = 10.0;

    private readonly EllipsoidForm _ellipsoid = new(Condition, dimension);
    private readonly double[] _stairs = new double[dimension];
    private readonly double[] _turned = new double[dimension];

    public override double Value(ReadOnlySpan<double> z)
    {
        for (int i = 0; i < z.Length; i++)
        {
            _stairs[i] = Math.Abs(z[i]) > 0.5
                ? Math.Floor(z[i] + 0.5)
                : Math.Floor((StairsPerUnit * z[i]) + 0.5) / StairsPerUnit;
        }

        rotation.Apply(_stairs, _turned);
        return 0.1 * Math.Max(Math.Abs(z[0]) * 1e-4, _ellipsoid.Value(_turned));
    }
}
