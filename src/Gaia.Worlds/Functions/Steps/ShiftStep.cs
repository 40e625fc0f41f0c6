namespace Gaia.Worlds.Functions.Steps;

/// <summary>x - origin.</summary>
internal sealed class ShiftStep(double[] origin) : VectorStep
{
    /// <summary>x - origin with the same origin in every variable.</summary>
    public ShiftStep(double origin, int dimension)
        : this(Uniform(origin, dimension))
    {
    }

    public override void Apply(ReadOnlySpan<double> from, Span<double> to)
    {
        for (int i = 0; i < from.Length; i++)
            to[i] = from[i] - origin[i];
    }

    private static double[] Uniform(double value, int count)
    {
        var values = new double[count];
        Array.Fill(values, value);
        return values;
    }
}
