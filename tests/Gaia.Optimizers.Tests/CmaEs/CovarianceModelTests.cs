using Gaia.Optimizers.CmaEs;
using Gaia.Optimizers.LinearAlgebra;
using Gaia.Optimizers.Sampling;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class CovarianceModelTests
{
    private const int Dimension = 5;
    private const int Members = 8;

    private static readonly StrategyParameters Parameters = new(Dimension, 1, Members, active: true);

    /// <summary>Equation 47 of the tutorial, written out, for sampled and injected members and a standing
    /// path.</summary>
    [Theory]
    [InlineData(Members, false)]
    [InlineData(Members - 2, false)]
    [InlineData(Members, true)]
    public void Update_OfTheUnitMatrix_IsTheWeightedSumOfOuterProducts(int firstInjected, bool stalled)
    {
        var population = Draw();
        var order = Enumerable.Range(0, Members).ToArray();
        var meanStep = new double[Kernels.StrideOf(Dimension)];
        Perturbation.Fill(6, 0, 99, meanStep.AsSpan(0, Dimension));
        var model = new CovarianceModel(Parameters);
        model.Update(meanStep, population, order, firstInjected, stalled);

        var p = Parameters;
        var cc = p.PathRate;
        var scaleOfPath = stalled ? 0 : Math.Sqrt(cc * (2 - cc) * p.Weights.EffectiveParents);
        var path = meanStep.Select(x => scaleOfPath * x).ToArray();
        var weights = p.Weights.Values.Select((w, rank) => w < 0 && order[rank] >= firstInjected ? 0 : w).ToArray();
        var decay = 1 - (p.RankOneRate * (stalled ? 1 - (cc * (2 - cc)) : 1)) - (p.RankMuRate * weights.Sum());
        for (var i = 0; i < Dimension; i++)
        {
            Assert.Equal(path[i], model.Path[i], 1e-14);
            for (var j = 0; j <= i; j++)
            {
                var expected = (i == j ? decay : 0) + (p.RankOneRate * path[i] * path[j]);
                for (var rank = 0; rank < Members; rank++)
                {
                    var y = population.Step(order[rank]);
                    var length = y.ToArray().Sum(x => x * x);
                    var scale = weights[rank] < 0 ? Dimension / length : 1;
                    expected += p.RankMuRate * weights[rank] * scale * y[i] * y[j];
                }

                Assert.Equal(expected, model[i, j], 1e-8);
                Assert.Equal(model[i, j], model[j, i]);
            }
        }
    }

    [Fact]
    public void RefreshAxes_BeforeItIsDue_ChangesNothing()
    {
        var parameters = new StrategyParameters(300, 1, 0, active: true);
        Assert.InRange(parameters.DecompositionGap, 2, 10);
        var model = new CovarianceModel(parameters);
        var step = new double[Kernels.StrideOf(300)];
        Perturbation.Fill(6, 0, 0, step.AsSpan(0, 300));
        var order = Enumerable.Range(0, parameters.Population).ToArray();
        model.Update(step, new Population(parameters.Population, 300), order, parameters.Population, stalled: false);
        model.RefreshAxes(1);
        Assert.All(model.Lengths.ToArray(), length => Assert.Equal(1, length));
        model.RefreshAxes((long)Math.Ceiling(parameters.DecompositionGap));
        Assert.Contains(model.Lengths.ToArray(), length => length > 1);
    }

    [Fact]
    public void ToIsotropic_OfATransformedStep_GivesItBack()
    {
        var rig = OptimizerRig.Of(
            11, (genome, _) => -genome.Select((x, i) => Math.Pow(1e3, i / 10.0) * x * x).Sum(), 4);
        rig.Run(200);
        var population = new Population(1, 11);
        Perturbation.Fill(12, 0, 0, population.Isotropic(0));
        population.Transform(rig.Covariance.Axes, rig.Covariance.Lengths);
        var isotropic = new double[11];
        var length = rig.Covariance.ToIsotropic(population.Step(0), isotropic);
        for (var i = 0; i < 11; i++)
            Assert.Equal(population.Isotropic(0)[i], isotropic[i], 1e-11);
        Assert.Equal(Math.Sqrt(isotropic.Sum(z => z * z)), length, 1e-12);
    }

    private static Population Draw()
    {
        var population = new Population(Members, Dimension);
        for (var member = 0; member < Members; member++)
            Perturbation.Fill(5, 0, member, population.Isotropic(member));
        var fresh = new CovarianceModel(Parameters);
        population.Transform(fresh.Axes, fresh.Lengths);
        return population;
    }
}
