using Gaia.Core.Numerics;

namespace Gaia.Optimizers.CmaEs;

/// <summary>Weights of the ranks: positive ones sum to 1, negative ones serve the active covariance update.</summary>
/// <remarks>
/// Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv:1604.00772), equations 49 to 53, with the factors of pycma
/// 4.4.
/// </remarks>
internal sealed class RecombinationWeights
{
    /// <summary>Weights before the negative ones are scaled to the learning rates.</summary>
    /// <param name="population">At least 2.</param>
    public RecombinationWeights(int population)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 2);
        var weights = new double[population];
        var centre = StrictMath.Log((population + 1) / 2.0);
        for (var i = 0; i < population; i++)
            weights[i] = centre - StrictMath.Log(i + 1);

        // The middle rank of an odd population weighs nothing; its rounding error must not count as a parent.
        if (population % 2 == 1)
            weights[population / 2] = 0;
        ParentCount = population / 2;
        Values = weights;
        Scale(0, ParentCount, 1);
        Scale(ParentCount, population, 1);
        EffectiveParents = 1 / SumOfSquares(0, ParentCount);
        EffectiveNegatives = SumOfSquares(ParentCount, population) is var squares && squares > 0 ? 1 / squares : 0;
    }

    /// <summary>[population], falling.</summary>
    public double[] Values { get; }

    /// <summary>mu: ranks with positive weight.</summary>
    public int ParentCount { get; }

    /// <summary>mueff: variance-effective parents.</summary>
    public double EffectiveParents { get; }

    /// <summary>mueff-: the same of the negative weights, 0 where there are none.</summary>
    public double EffectiveNegatives { get; }

    /// <summary>Scales the negative weights so that the update neither shrinks C nor can make it indefinite.</summary>
    /// <param name="dimension">n.</param>
    /// <param name="rankOneRate">c1.</param>
    /// <param name="rankMuRate">cmu.</param>
    public void ScaleNegatives(int dimension, double rankOneRate, double rankMuRate)
    {
        var withoutDecay = 1 + (rankOneRate / rankMuRate);
        var bySelection = 1 + (2 * EffectiveNegatives / (EffectiveParents + 2));
        var positiveDefinite = (1 - rankOneRate - rankMuRate) / (rankMuRate * dimension);
        Scale(ParentCount, Values.Length, Math.Min(withoutDecay, Math.Min(bySelection, positiveDefinite)));
    }

    /// <summary>Switches the active update off.</summary>
    public void ClearNegatives() => Array.Clear(Values, ParentCount, Values.Length - ParentCount);

    /// <summary>Makes the magnitudes from one rank to another sum to a value.</summary>
    private void Scale(int from, int to, double sum)
    {
        double present = 0;
        for (var i = from; i < to; i++)
            present += Math.Abs(Values[i]);
        if (present == 0)
            return;
        var factor = sum / present;
        for (var i = from; i < to; i++)
            Values[i] *= factor;
    }

    private double SumOfSquares(int from, int to)
    {
        double sum = 0;
        for (var i = from; i < to; i++)
            sum += Values[i] * Values[i];
        return sum;
    }
}
