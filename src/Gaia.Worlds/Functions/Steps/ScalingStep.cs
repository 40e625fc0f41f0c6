namespace Gaia.Worlds.Functions.Steps;

/// <summary>Every variable times its own factor: the diagonal matrix Lambda, or a change of signs.</summary>
internal sealed class ScalingStep(double[] factors) : VectorStep
{
    /// <summary>Every variable times the same factor.</summary>
    public ScalingStep(double factor, int dimension)
        : this(Uniform(factor, dimension))
    {
    }

    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = factors[i] * from[i];
    }

    private static double[] Uniform(double value, int count)
    {
        var values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
