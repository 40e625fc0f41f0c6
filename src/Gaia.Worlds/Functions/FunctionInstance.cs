namespace Gaia.Worlds.Functions;

/// <summary>A function with its dimension and instance chosen, to be minimised.</summary>
/// <remarks>
/// Nothing is allocated by an evaluation: scratch belongs to the instance, so that one thread at a time may use it, and
/// threads make one each. Built on <see cref="Core.Numerics.StrictMath"/>: the same bits on every machine.
/// </remarks>
public abstract class FunctionInstance
{
    private protected FunctionInstance(FunctionInfo info, int dimension, int instance)
    {
        Info = info;
        Dimension = dimension;
        Instance = instance;
    }

    /// <summary>The function.</summary>
    public FunctionInfo Info { get; }

    /// <summary>Number of variables.</summary>
    public int Dimension { get; }

    /// <summary>Which shift, rotation and offset; 1 where there is but one.</summary>
    public int Instance { get; }

    /// <summary>A best point and its value; null with several objectives.</summary>
    public abstract FunctionOptimum? Optimum { get; }

    /// <summary>The best trade-offs; null with one objective.</summary>
    public virtual ParetoFront? Front => null;

    /// <summary>Lower end of one variable's range of interest.</summary>
    public virtual double LowerBound(int variable) => Info.LowerBound;

    /// <summary>Upper end of one variable's range of interest.</summary>
    public virtual double UpperBound(int variable) => Info.UpperBound;

    /// <summary>The value at a point.</summary>
    /// <param name="x">[dimension]. Points outside the box of interest have values too.</param>
    /// <returns>NaN where a coordinate is NaN; may be infinite for coordinates that are huge.</returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="InvalidOperationException">The function has several objectives.</exception>
    public double Evaluate(ReadOnlySpan<double> x)
    {
        if (Info.Objectives != 1)
            throw new InvalidOperationException($"{Info.Id} has {Info.Objectives} objectives.");
        double value = 0.0;
        Evaluate(x, new Span<double>(ref value));
        return value;
    }

    /// <summary>Every objective's value at a point.</summary>
    /// <param name="x">[dimension].</param>
    /// <param name="objectives">[objectives]; overwritten. NaN where a coordinate is NaN.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Evaluate(ReadOnlySpan<double> x, Span<double> objectives)
    {
        if (x.Length != Dimension)
            throw new ArgumentException($"{Info.Id} was made for {Dimension} variables, not {x.Length}.", nameof(x));
        if (objectives.Length != Info.Objectives)
            throw new ArgumentException($"{Info.Id} has {Info.Objectives} objectives.", nameof(objectives));
        if (HasNaN(x))
            objectives.Fill(double.NaN);
        else
            Compute(x, objectives);
    }

    private protected abstract void Compute(ReadOnlySpan<double> x, Span<double> objectives);

    private static bool HasNaN(ReadOnlySpan<double> x)
    {
        foreach (double value in x)
        {
            if (double.IsNaN(value))
                return true;
        }

        return false;
    }
}
