namespace Gaia.Worlds.Functions.Steps;

/// <summary>T_asy: x^(1 + beta i / (n - 1) sqrt(x)) where x is positive, so that the two sides of 0 differ.</summary>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), section 0.2.</remarks>
internal sealed class AsymmetryStep(double beta) : VectorStep
{
    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
        {
            double x = from[i];
            to[i] = x > 0.0
                ? StrictPower.Of(x, 1.0 + (beta * i / (from.Length - 1.0) * Math.Sqrt(x)))
                : x;
        }
    }
}
