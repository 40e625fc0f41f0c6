using System.Security.Cryptography;
using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

/// <summary>An optimiser with the buffers and the loop that every test of it needs.</summary>
internal sealed class OptimizerRig
{
    private readonly Func<float[], int, double> _fitness;
    private readonly float[] _genome;

    public OptimizerRig(IOptimizer optimizer, Func<float[], int, double> fitness)
    {
        Optimizer = optimizer;
        _fitness = fitness;
        _genome = new float[optimizer.Dimension];
        Genomes = new float[optimizer.PopulationSize * optimizer.Dimension];
        Fitness = new double[optimizer.PopulationSize];
    }

    public IOptimizer Optimizer { get; }

    public float[] Genomes { get; }

    public double[] Fitness { get; }

    public CovarianceModel Covariance => ((CmaEsOptimizer)Optimizer).Covariance;

    public static OptimizerRig Of(
        int dimension, Func<float[], int, double> fitness, ulong key = 1, params (string Name, double Value)[] settings)
    {
        var chosen = settings.ToDictionary(pair => pair.Name, pair => pair.Value);
        return new OptimizerRig(OptimizerCatalog.Create("cma_es", chosen, new float[dimension], key), fitness);
    }

    /// <summary>Distance from the point (1, 1, ...), negated: exact in double for float genomes of modest
    /// size.</summary>
    public static double Sphere(float[] genome, int member)
    {
        double sum = 0;
        foreach (var value in genome)
            sum -= ((double)value - 1) * ((double)value - 1);
        return sum;
    }

    public ReadOnlySpan<float> Genome(int member) =>
        Genomes.AsSpan(member * Optimizer.Dimension, Optimizer.Dimension);

    public float[] Mean()
    {
        var mean = new float[Optimizer.Dimension];
        Optimizer.CopyMean(mean);
        return mean;
    }

    public void Ask() => Optimizer.Ask(Genomes);

    public void Tell()
    {
        for (var member = 0; member < Fitness.Length; member++)
        {
            Genome(member).CopyTo(_genome);
            Fitness[member] = _fitness(_genome, member);
        }

        Optimizer.Tell(Fitness);
    }

    public void Run(int generations)
    {
        for (var i = 0; i < generations; i++)
        {
            Ask();
            Tell();
        }
    }

    /// <summary>SHA-256 of the whole state, in hexadecimal.</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Optimizer.Snapshot().State.Span));
}
