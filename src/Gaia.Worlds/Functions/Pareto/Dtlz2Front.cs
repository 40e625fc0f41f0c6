namespace Gaia.Worlds.Functions.Pareto;

/// <summary>The Pareto front of DTLZ2: the part of the unit sphere where no objective is negative.</summary>
internal sealed class Dtlz2Front(int dimension, int objectives) : ParetoFront(dimension, objectives)
{
    private protected override void Place(ReadOnlySpan<double> position, Span<double> x)
    {
        x.Fill(0.5);
        for (int i = 0; i < position.Length; i++)
            x[i] = Math.Clamp(position[i], 0.0, 1.0);
    }

    private protected override double Measure(ReadOnlySpan<double> objectives)
    {
        double sum = 0.0;
        foreach (double value in objectives)
            sum += value * value;
        return Math.Sqrt(sum) - 1.0;
    }
}
