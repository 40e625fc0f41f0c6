using Gaia.Optimizers.Sampling;
using MathNet.Numerics.LinearAlgebra;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class CmaEsOptimizerTests
{
    [Fact]
    public void Ask_AgainBeforeTell_GivesTheSameGenomes()
    {
        var rig = OptimizerRig.Of(6, OptimizerRig.Sphere);
        rig.Run(3);
        rig.Ask();
        var first = rig.Genomes.ToArray();
        rig.Optimizer.Inject(new float[6]);
        rig.Ask();
        Assert.Equal(first, rig.Genomes);
        Assert.Equal(3, rig.Optimizer.Generation);
    }

    [Fact]
    public void Ask_First_DrawsAroundTheMeanByTheCountersOfTheMembers()
    {
        float[] mean = [3, -2, 0.5f];
        var settings = new Dictionary<string, double> { ["sigma"] = 0.25, ["population"] = 9 };
        var optimizer = OptimizerCatalog.Create("cma_es", settings, mean, 77);
        var genomes = new float[27];
        optimizer.Ask(genomes);
        var deviates = new double[3];
        for (var member = 0; member < 9; member++)
        {
            Perturbation.Fill(77, 0, member, deviates);
            for (var i = 0; i < 3; i++)
                Assert.Equal((float)(mean[i] + (0.25 * deviates[i])), genomes[(member * 3) + i]);
        }
    }

    /// <summary>Only ranks count: any increasing change of the fitness leaves every bit as it is.</summary>
    [Fact]
    public void Tell_FitnessUnderAnIncreasingMap_GivesTheSameBits()
    {
        var plain = OptimizerRig.Of(12, OptimizerRig.Sphere);
        var mapped = OptimizerRig.Of(12, (genome, member) => Math.Atan(OptimizerRig.Sphere(genome, member) / 50) * 7);
        for (var generation = 0; generation < 60; generation++)
        {
            plain.Run(1);
            mapped.Run(1);
            Assert.Equal(plain.Genomes, mapped.Genomes);
            Assert.Equal(plain.Optimizer.Sigma, mapped.Optimizer.Sigma);
        }
    }

    /// <summary>A power of two scales without rounding, so the whole run scales with it.</summary>
    [Fact]
    public void Run_InUnitsAThousandTimesSmaller_IsTheSameRun()
    {
        var plain = OptimizerRig.Of(7, OptimizerRig.Sphere, 5, ("sigma", 0.5));
        var scaled = OptimizerRig.Of(
            7, (genome, member) => OptimizerRig.Sphere([.. genome.Select(x => x / 1024)], member), 5, ("sigma", 512));
        plain.Run(80);
        scaled.Run(80);
        Assert.Equal(plain.Genomes.Select(x => x * 1024), scaled.Genomes);
        Assert.Equal(plain.Optimizer.Sigma * 1024, scaled.Optimizer.Sigma);
    }

    [Fact]
    public void Run_FromAnotherPlace_IsTheSameRunThere()
    {
        const float Shift = 256;
        var here = OptimizerRig.Of(5, OptimizerRig.Sphere);
        var mean = Enumerable.Repeat(Shift, 5).ToArray();
        var there = new OptimizerRig(
            OptimizerCatalog.Create("cma_es", new Dictionary<string, double>(), mean, 1),
            (genome, member) => OptimizerRig.Sphere([.. genome.Select(x => x - Shift)], member));
        here.Run(15);
        there.Run(15);
        Assert.Equal(here.Optimizer.Sigma, there.Optimizer.Sigma, 1e-9);
        foreach (var (left, right) in here.Mean().Zip(there.Mean()))
            Assert.Equal(left + Shift, right, 1e-4f);
    }

    [Fact]
    public void Tell_EqualFitness_RanksByIndex()
    {
        var tied = OptimizerRig.Of(4, (_, _) => 0);
        var ordered = OptimizerRig.Of(4, (_, member) => -member);
        tied.Run(20);
        ordered.Run(20);
        Assert.Equal(ordered.Genomes, tied.Genomes);
    }

    /// <summary>
    /// Random selection drives the eigenvalues of C apart without end (a product of random matrices); up to the stop
    /// that names this, C must be positive definite all the same.
    /// </summary>
    [Fact]
    public void Covariance_UnderRandomSelection_StaysPositiveDefiniteUntilTheStop()
    {
        var noise = new double[16];
        var rig = OptimizerRig.Of(12, (_, member) => noise[member], 3, ("population", 16));
        while (rig.Optimizer.Stop is null && rig.Optimizer.Generation < 1000)
        {
            Perturbation.Fill(99, rig.Optimizer.Generation, 0, noise);
            rig.Run(1);
            if (rig.Optimizer.Generation % 20 == 0)
                AssertPositiveDefinite(rig);
        }

        Assert.True(rig.Optimizer.Generation >= 100);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Covariance_OnAnEllipsoidToTheEnd_StaysPositiveDefinite(double active)
    {
        var rig = OptimizerRig.Of(
            9, (genome, _) => -genome.Select((x, i) => Math.Pow(1e6, i / 8.0) * x * x).Sum(), 4, ("active", active));
        while (rig.Optimizer.Stop is null)
        {
            rig.Run(10);
            AssertPositiveDefinite(rig);
        }

        Assert.True(rig.Optimizer.Generation > 400);
    }

    [Fact]
    public void Covariance_AfterItsDecomposition_IsRebuiltByAxesAndLengths()
    {
        var rig = OptimizerRig.Of(
            10, (genome, _) => -genome.Select((x, i) => Math.Pow(1e4, i / 9.0) * x * x).Sum(), 2, ("population", 400));
        rig.Run(120);
        var c = rig.Covariance;
        for (var i = 0; i < 10; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                double rebuilt = 0;
                for (var k = 0; k < 10; k++)
                    rebuilt += c.Lengths[k] * c.Lengths[k] * c.Axis(k)[i] * c.Axis(k)[j];
                Assert.Equal(c[i, j], rebuilt, 1e-12 * Math.Sqrt(c[i, i] * c[j, j]) * 1e4);
            }
        }

        // What was learned is the inverse of the function's curvature.
        Assert.InRange(c[0, 0] / c[9, 9], 1e3, 1e5);
    }

    [Fact]
    public void AskAndTell_AfterWarmUp_AllocateNothing()
    {
        var genome = new float[37];
        var rig = OptimizerRig.Of(37, (_, member) => -(member * 7 % 16), 1, ("population", 16));
        rig.Run(300);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var generation = 0; generation < 200; generation++)
        {
            rig.Optimizer.Inject(genome);
            rig.Run(1);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>One expected hash for every machine: integer ranks in, the whole state out.</summary>
    [Fact]
    public void Run_OfThirteenDimensions_HasTheExpectedBits()
    {
        var rig = OptimizerRig.Of(13, OptimizerRig.Sphere, 0, ("population", 17));
        rig.Run(150);
        Assert.Equal("7c0be9d25fbb31419b775a86577220d8eb38351f24b09c1bce9bbf82b8ed059f", rig.Fingerprint());
    }

    [Fact]
    public void Tell_WithoutAsk_Throws()
    {
        var rig = OptimizerRig.Of(3, OptimizerRig.Sphere);
        Assert.Throws<InvalidOperationException>(rig.Tell);
        rig.Run(1);
        Assert.Throws<InvalidOperationException>(rig.Tell);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Tell_FitnessNotFinite_ThrowsAndChangesNothing(double value)
    {
        var rig = OptimizerRig.Of(3, OptimizerRig.Sphere);
        rig.Ask();
        var before = rig.Fingerprint();
        rig.Fitness[2] = value;
        Assert.Throws<ArgumentException>(() => rig.Optimizer.Tell(rig.Fitness));
        Assert.Equal(before, rig.Fingerprint());
    }

    [Fact]
    public void AnyCall_LengthThatDoesNotFit_Throws()
    {
        var optimizer = OptimizerRig.Of(3, OptimizerRig.Sphere).Optimizer;
        Assert.Throws<ArgumentException>(() => optimizer.Ask(new float[4]));
        Assert.Throws<ArgumentException>(() => optimizer.Tell(new double[1]));
        Assert.Throws<ArgumentException>(() => optimizer.CopyMean(new float[2]));
        Assert.Throws<ArgumentException>(() => optimizer.Inject(new float[4]));
        Assert.Throws<ArgumentException>(() => optimizer.Inject([1, float.NaN, 1]));
    }

    [Fact]
    public void Run_LongAfterDivergence_StaysFinite()
    {
        var rig = OptimizerRig.Of(3, (genome, _) => genome[0]);
        rig.Run(4000);
        Assert.Equal("tolfacupx", rig.Optimizer.Stop?.Name);
        Assert.True(double.IsFinite(rig.Optimizer.Sigma));
        Assert.All(rig.Genomes, value => Assert.True(float.IsFinite(value)));
        Assert.All(rig.Mean(), value => Assert.True(float.IsFinite(value)));
    }

    private static void AssertPositiveDefinite(OptimizerRig rig)
    {
        var n = rig.Optimizer.Dimension;
        var scale = Enumerable.Range(0, n).Select(i => Math.Sqrt(rig.Covariance[i, i])).ToArray();
        var correlations = Matrix<double>.Build.Dense(n, n, (i, j) => rig.Covariance[i, j] / (scale[i] * scale[j]));
        Assert.True(correlations.IsSymmetric());
        Assert.All(correlations.Evd(Symmetricity.Symmetric).EigenValues, value => Assert.True(value.Real > 0));
        Assert.False(rig.Covariance.HasFailed);
    }
}
