using Gaia.Optimizers.CmaEs;
using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Sampling;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class StopCriteriaTests
{
    [Fact]
    public void Stop_FlatFitness_IsTolfunhist() =>
        Assert.Equal("tolfunhist", FirstStop(OptimizerRig.Of(4, (_, _) => 3), 200).Name);

    [Fact]
    public void Stop_LinearFitness_IsTolfacupx() =>
        Assert.Equal("tolfacupx", FirstStop(OptimizerRig.Of(4, (genome, _) => genome[1]), 500).Name);

    /// <summary>Logarithms keep the values apart, however near the optimum is.</summary>
    [Fact]
    public void Stop_AtAnOptimumThatIsAlwaysSharper_IsTolx()
    {
        var rig = OptimizerRig.Of(4, (genome, _) => -Math.Log(1e-300 + genome.Sum(x => (double)x * x)));
        Assert.Equal("tolx", FirstStop(rig, 2000).Name);
        Assert.All(rig.Mean(), value => Assert.InRange(value, -1e-9f, 1e-9f));
    }

    [Fact]
    public void Stop_RandomFitness_IsStagnation()
    {
        var draws = 0;
        var noise = new double[1];
        var rig = OptimizerRig.Of(2, (_, _) =>
        {
            Perturbation.Fill(4, draws++, 0, noise);
            return noise[0];
        });
        Assert.Equal("stagnation", FirstStop(rig, 20_000).Name);
    }

    [Fact]
    public void Stop_ConditionBeyondTheLimit_IsConditioncov()
    {
        var rig = OptimizerRig.Of(2, (genome, _) => -(1e18 * genome[0] * genome[0]) - ((double)genome[1] * genome[1]));
        Assert.Equal("conditioncov", FirstStop(rig, 5000).Name);
    }

    [Fact]
    public void Stop_StepsBelowTheRoundingOfTheMean_IsNoeffectcoord()
    {
        var mean = new float[] { 1e9f, 1e9f };
        var settings = new Dictionary<string, double> { ["sigma"] = 1e-8 };
        var rig = new OptimizerRig(OptimizerCatalog.Create("cma_es", settings, mean, 1), (_, member) => member);
        Assert.Equal("noeffectcoord", FirstStop(rig, 3).Name);
    }

    /// <summary>At ten million a double is rounded to 1.9e-9: a fifth of a step still counts, a tenth does
    /// not.</summary>
    [Fact]
    public void Stop_AxisBelowTheRoundingOfTheMean_IsNoeffectaxis()
    {
        var settings = new Dictionary<string, double> { ["sigma"] = 7e-9 };
        var optimizer = OptimizerCatalog.Create("cma_es", settings, [1e7f, 1e7f], 1);
        var rig = new OptimizerRig(optimizer, (_, member) => member);
        Assert.Equal("noeffectaxis", FirstStop(rig, 3).Name);
    }

    [Fact]
    public void Stop_EverNewBestWithoutConvergence_IsMaxiter()
    {
        var evaluations = 0;
        var rig = OptimizerRig.Of(1, (_, _) => evaluations++, 1, ("population", 4096));
        Assert.Equal("maxiter", FirstStop(rig, 200).Name);
        Assert.Equal(100 + (150 * 16 / 64), rig.Optimizer.Generation);
    }

    [Fact]
    public void Find_CovarianceThatCannotBeDecomposed_IsNumericsAndKeepsTheAxes()
    {
        var parameters = new StrategyParameters(3, 1, 8, active: true);
        var covariance = new CovarianceModel(parameters);
        var step = new double[Kernels.StrideOf(3)];
        step.AsSpan(0, 3).Fill(double.MaxValue);
        covariance.Update(step, new Population(8, 3), [0, 1, 2, 3, 4, 5, 6, 7], 8, stalled: false);
        covariance.RefreshAxes(1);
        var stop = StopCriteria.Find(parameters, 1, new double[3], 1, covariance, new FitnessHistory(parameters));
        Assert.Equal("numerics", stop?.Name);
        Assert.Equal([1.0, 1.0, 1.0], covariance.Lengths.ToArray());
    }

    [Fact]
    public void Stop_OnceThere_StaysTheFirstReason()
    {
        var flat = true;
        var rig = OptimizerRig.Of(4, (genome, _) => flat ? 0 : genome[0]);
        var first = FirstStop(rig, 200);
        flat = false;
        rig.Run(300);
        Assert.Equal(first, rig.Optimizer.Stop);
        Assert.NotEmpty(first.Detail);
    }

    [Fact]
    public void Stop_WhileProgressIsMade_IsNull()
    {
        var rig = OptimizerRig.Of(10, OptimizerRig.Sphere);
        rig.Run(150);
        Assert.Null(rig.Optimizer.Stop);
    }

    private static StopReason FirstStop(OptimizerRig rig, int maximumGenerations)
    {
        for (var generation = 0; generation < maximumGenerations && rig.Optimizer.Stop is null; generation++)
            rig.Run(1);
        Assert.NotNull(rig.Optimizer.Stop);
        return rig.Optimizer.Stop;
    }
}
