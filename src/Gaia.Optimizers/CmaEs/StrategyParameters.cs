using Gaia.Core.Numerics;

namespace Gaia.Optimizers.CmaEs;

/// <summary>What stays the same through one run: population, weights, learning rates, thresholds.</summary>
/// <remarks>
/// Hansen, "The CMA Evolution Strategy: A Tutorial" (arXiv:1604.00772), table 1, with the constants of pycma 4.4:
/// cmu counts 0.25 + mueff + 1/mueff - 2, and dsigma doubles its excess term. Everything follows from four numbers, so
/// a snapshot stores these and no more.
/// </remarks>
internal sealed class StrategyParameters
{
    /// <summary>Eigendecompositions may lag by this share of the time in which C changes.</summary>
    private const double DecompositionsPerTimescale = 10;

    public StrategyParameters(int dimension, double initialSigma, int population, bool active)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        double n = dimension;
        Dimension = dimension;
        InitialSigma = initialSigma;
        Population = population == 0 ? DefaultPopulation(dimension) : population;
        Active = active;
        double lambda = Population;
        Weights = new RecombinationWeights(Population);
        var mueff = Weights.EffectiveParents;

        PathRate = (4 + (mueff / n)) / (n + 4 + (2 * mueff / n));
        RankOneRate = Math.Min(1, lambda / 6) * 2 / (((n + 1.3) * (n + 1.3)) + mueff);
        var rankMu = 2 * (0.25 + mueff + (1 / mueff) - 2) / (((n + 2) * (n + 2)) + mueff);
        RankMuRate = Math.Min(1 - RankOneRate, rankMu);
        if (active)
            Weights.ScaleNegatives(dimension, RankOneRate, RankMuRate);
        else
            Weights.ClearNegatives();

        StepSizePathRate = (mueff + 2) / (n + mueff + 3);
        StepSizeDamping = 1 + StepSizePathRate + (2 * Math.Max(0, Math.Sqrt((mueff - 1) / (n + 1)) - 1));
        ExpectedNormalLength = ExpectedLength(dimension);
        DecompositionGap = 1 / ((RankOneRate + RankMuRate) * n * DecompositionsPerTimescale);
        InjectedStepLimit = Math.Sqrt(n) + (2 * n / (n + 2));
        MaximumGenerations = (long)(100 + (150 * (n + 3) * (n + 3) / Math.Sqrt(lambda)));
        StagnationGenerations = (int)(100 + (100 * n * Math.Sqrt(n) / lambda));
        HistoryLength = (int)(10 + (30 * n / lambda));
    }

    /// <summary>n.</summary>
    public int Dimension { get; }

    /// <summary>sigma0, in units of the parameters.</summary>
    public double InitialSigma { get; }

    /// <summary>lambda.</summary>
    public int Population { get; }

    /// <summary>Whether bad ranks shrink C along their steps.</summary>
    public bool Active { get; }

    /// <summary>Weights by rank, best first.</summary>
    public RecombinationWeights Weights { get; }

    /// <summary>cc: rate of the covariance path.</summary>
    public double PathRate { get; }

    /// <summary>c1.</summary>
    public double RankOneRate { get; }

    /// <summary>cmu.</summary>
    public double RankMuRate { get; }

    /// <summary>csigma: rate of the step-size path.</summary>
    public double StepSizePathRate { get; }

    /// <summary>dsigma.</summary>
    public double StepSizeDamping { get; }

    /// <summary>Mean length of a standard normal vector of n dimensions.</summary>
    public double ExpectedNormalLength { get; }

    /// <summary>Generations after which C is decomposed again.</summary>
    public double DecompositionGap { get; }

    /// <summary>Greatest Mahalanobis length of an injected step, in units of sigma.</summary>
    /// <remarks>Hansen, "Injecting External Solutions Into CMA-ES" (arXiv:1110.4181), c_y.</remarks>
    public double InjectedStepLimit { get; }

    /// <summary>Threshold of the stop "maxiter".</summary>
    public long MaximumGenerations { get; }

    /// <summary>Length of the stop "stagnation", in generations.</summary>
    public int StagnationGenerations { get; }

    /// <summary>Generations whose best values the stop "tolfunhist" compares.</summary>
    public int HistoryLength { get; }

    /// <summary>4 + floor(3 ln n).</summary>
    public static int DefaultPopulation(int dimension) => 4 + (int)(3 * StrictMath.Log(dimension));

    /// <summary>
    /// sqrt(2) Gamma((n + 1) / 2) / Gamma(n / 2), by the product of neighbours: E(n) E(n + 1) = n, E(1) = sqrt(2 / pi).
    /// </summary>
    private static double ExpectedLength(int dimension)
    {
        var length = Math.Sqrt(2 / Math.PI);
        for (var n = 1; n < dimension; n++)
            length = n / length;
        return length;
    }
}
