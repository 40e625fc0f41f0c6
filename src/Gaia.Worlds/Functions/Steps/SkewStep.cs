namespace Gaia.Worlds.Functions.Steps;

/// <summary>Scaling of the Büche-Rastrigin function: every other variable is ten times steeper on its positive side.
/// </summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f4.</remarks>
internal sealed class SkewStep(int dimension) : VectorStep
{
    private const double Steeper = 10.0;

    private readonly double[] _factors = StrictPower.Spread(Math.Sqrt(10.0), dimension);

    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            double factor = _factors[i];
            if (from[i] > 0.0 && i % 2 == 0)
                factor *= Steeper;
            to[i] = factor * from[i];
        }
    }
}
