using Gaia.Core.Random;

namespace Gaia.Optimizers.Tests.Functions;

/// <summary>Runs in the way of the reference table: x0 ~ U[-4, 4]^n, sigma0 = 2, default population, to f of
/// 1e-8.</summary>
public static class ReferenceRun
{
    private const double Target = 1e-8;
    private const int MaximumEvaluations = 200_000;

    /// <summary>Evaluations until the target; infinite where the run stopped before, as in a local optimum.</summary>
    public static double Evaluations(Objective function, int dimension, ulong seed, bool active = true)
    {
        var start = new PhiloxStream(seed, stream: 1);
        var mean = new float[dimension];
        for (var i = 0; i < dimension; i++)
            mean[i] = (float)((8 * start.NextDouble()) - 4);
        var settings = new Dictionary<string, double> { ["sigma"] = 2, ["active"] = active ? 1 : 0 };
        var optimizer = OptimizerCatalog.Create("cma_es", settings, mean, seed);
        var genomes = new float[optimizer.PopulationSize * dimension];
        var fitness = new double[optimizer.PopulationSize];
        var point = new double[dimension];
        var evaluations = 0;
        while (optimizer.Stop is null && evaluations < MaximumEvaluations)
        {
            optimizer.Ask(genomes);
            for (var member = 0; member < fitness.Length; member++)
            {
                for (var i = 0; i < dimension; i++)
                    point[i] = genomes[(member * dimension) + i];
                var value = function(point);
                evaluations++;
                if (value <= Target)
                    return evaluations;
                fitness[member] = -value;
            }

            optimizer.Tell(fitness);
        }

        return double.PositiveInfinity;
    }

    /// <summary>Median over seeds 0, 1, 2...</summary>
    public static double MedianEvaluations(
        Func<ulong, Objective> function, int dimension, int seeds, bool active = true)
    {
        var counts = new double[seeds];
        for (var seed = 0; seed < seeds; seed++)
            counts[seed] = Evaluations(function((ulong)seed), dimension, (ulong)seed, active);
        Array.Sort(counts);
        return seeds % 2 == 1 ? counts[seeds / 2] : (counts[(seeds / 2) - 1] + counts[seeds / 2]) / 2;
    }
}
