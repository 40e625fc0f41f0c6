namespace Gaia.Worlds.Functions;

/// <summary>The best trade-offs of a function with several objectives, in closed form.</summary>
public abstract class ParetoFront
{
    private protected ParetoFront(int dimension, int objectives)
    {
        Dimension = dimension;
        Objectives = objectives;
    }

    /// <summary>Variables of the function.</summary>
    public int Dimension { get; }

    /// <summary>Objectives of the function; the front has one dimension less.</summary>
    public int Objectives { get; }

    /// <summary>A point of the Pareto set: none is better in one objective and no worse in the rest.</summary>
    /// <param name="position">[objectives - 1], each 0 to 1: where on the front.</param>
    /// <param name="x">[dimension]; overwritten.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void PointAt(ReadOnlySpan<double> position, Span<double> x)
    {
        if (position.Length != Objectives - 1)
            throw new ArgumentException($"A position has {Objectives - 1} coordinates.", nameof(position));
        if (x.Length != Dimension)
            throw new ArgumentException($"A point has {Dimension} coordinates.", nameof(x));
        Place(position, x);
    }

    /// <summary>How far objectives lie from the surface that holds the front: 0 on it, positive where it dominates.
    /// </summary>
    /// <param name="objectives">[objectives].</param>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    public double Residual(ReadOnlySpan<double> objectives)
    {
        if (objectives.Length != Objectives)
            throw new ArgumentException($"There are {Objectives} objectives.", nameof(objectives));
        return Measure(objectives);
    }

    private protected abstract void Place(ReadOnlySpan<double> position, Span<double> x);

    private protected abstract double Measure(ReadOnlySpan<double> objectives);
}
