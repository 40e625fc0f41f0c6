namespace Gaia.Worlds.Functions.Steps;

/// <summary>The chain of the Schwefel function: a variable takes a quarter of what its neighbour is off by.</summary>
/// <param name="centre">2 |xopt|: where nothing is taken.</param>
/// <remarks>Hansen, Finck, Ros and Auger, "Noiseless Functions Definitions" (2009), f20.</remarks>
internal sealed class NeighbourStep(double centre) : VectorStep
{
    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        to[0] = from[0];
        for (int i = 1; i < from.Length; i++)
            to[i] = from[i] + (0.25 * (from[i - 1] - centre));
    }
}
