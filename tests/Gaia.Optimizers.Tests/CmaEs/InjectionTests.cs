using Gaia.Optimizers.CmaEs;

namespace Gaia.Optimizers.Tests.CmaEs;

public sealed class InjectionTests
{
    [Fact]
    public void Inject_NearTheMean_AppearsAsItIs()
    {
        var rig = OptimizerRig.Of(4, OptimizerRig.Sphere, 1, ("sigma", 0.5));
        rig.Optimizer.Inject([0.25f, -0.5f, 0.125f, 0.5f]);
        rig.Ask();
        Assert.Equal([0.25f, -0.5f, 0.125f, 0.5f], rig.Genome(rig.Optimizer.PopulationSize - 1).ToArray());
        rig.Tell();
        rig.Ask();
        for (var member = 0; member < rig.Optimizer.PopulationSize; member++)
            Assert.NotEqual([0.25f, -0.5f, 0.125f, 0.5f], rig.Genome(member).ToArray());
    }

    [Fact]
    public void Inject_FarFromTheMean_IsClippedInMahalanobisLength()
    {
        var rig = OptimizerRig.Of(6, OptimizerRig.Sphere);
        rig.Run(40);
        float[] far = [1000, -2000, 500, 0, 0, 4000];
        rig.Optimizer.Inject(far);
        var mean = rig.Mean();
        rig.Ask();
        var placed = rig.Genome(rig.Optimizer.PopulationSize - 1);

        var step = new double[8];
        var isotropic = new double[6];
        for (var i = 0; i < 6; i++)
            step[i] = (placed[i] - mean[i]) / rig.Optimizer.Sigma;
        var length = rig.Covariance.ToIsotropic(step, isotropic);
        Assert.Equal(Math.Sqrt(6) + (2 * 6.0 / 8), length, 1e-4);

        // Same direction as the genome that was offered.
        for (var i = 0; i < 6; i++)
        {
            var share = (placed[i] - mean[i]) / (placed[5] - mean[5]);
            Assert.Equal((far[i] - mean[i]) / (far[5] - mean[5]), share, 1e-3);
        }
    }

    [Fact]
    public void Inject_TheSameAsTheMean_IsHarmless()
    {
        var rig = OptimizerRig.Of(3, OptimizerRig.Sphere);
        rig.Optimizer.Inject(new float[3]);
        rig.Run(1);
        Assert.True(double.IsFinite(rig.Optimizer.Sigma));
        Assert.All(rig.Mean(), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Inject_AnOptimum_PullsTheMeanWithoutOverwritingIt()
    {
        var alone = OptimizerRig.Of(20, OptimizerRig.Sphere, 1, ("sigma", 0.05));
        var helped = OptimizerRig.Of(20, OptimizerRig.Sphere, 1, ("sigma", 0.05));
        var optimum = Enumerable.Repeat(1f, 20).ToArray();
        for (var generation = 0; generation < 10; generation++)
        {
            helped.Optimizer.Inject(optimum);
            alone.Run(1);
            helped.Run(1);
        }

        Assert.True(OptimizerRig.Sphere(helped.Mean(), 0) > OptimizerRig.Sphere(alone.Mean(), 0));
        Assert.NotEqual(optimum, helped.Mean());
    }

    [Fact]
    public void Inject_Useless_DoesNotKeepTheRunFromConverging()
    {
        var rig = OptimizerRig.Of(8, OptimizerRig.Sphere);
        var bad = Enumerable.Repeat(-50f, 8).ToArray();
        for (var generation = 0; generation < 300; generation++)
        {
            rig.Optimizer.Inject(bad);
            rig.Run(1);
        }

        Assert.True(OptimizerRig.Sphere(rig.Mean(), 0) > -1e-6);
    }

    [Fact]
    public void Inject_BetweenAskAndTell_WaitsForTheNextGeneration()
    {
        var rig = OptimizerRig.Of(4, OptimizerRig.Sphere);
        rig.Ask();
        rig.Optimizer.Inject([0.1f, 0.1f, 0.1f, 0.1f]);
        rig.Tell();
        rig.Ask();
        var placed = rig.Genome(rig.Optimizer.PopulationSize - 1).ToArray();
        foreach (var value in placed)
            Assert.Equal(0.1f, value, 1e-6f);
    }

    [Fact]
    public void Queue_Overfilled_KeepsTheNewestAndThoseInUse()
    {
        var queue = new InjectionQueue(16, 1);
        Assert.Equal(4, queue.MaximumPerGeneration);
        for (var i = 0; i < 20; i++)
            queue.Add([i]);
        Assert.Equal(queue.Capacity, queue.Count);
        queue.Use();
        Assert.Equal([12, 13, 14, 15], Held(queue)[..queue.InUse]);
        for (var i = 20; i < 26; i++)
            queue.Add([i]);
        Assert.Equal([12, 13, 14, 15, 22, 23, 24, 25], Held(queue));
        queue.Finish();
        Assert.Equal([22, 23, 24, 25], Held(queue));
        Assert.Equal(0, queue.InUse);
    }

    [Fact]
    public void Ask_MoreThanAQuarterInjected_LeavesTheRestForLater()
    {
        var rig = OptimizerRig.Of(2, OptimizerRig.Sphere, 1, ("population", 12));
        for (var i = 0; i < 5; i++)
            rig.Optimizer.Inject([0.01f * i, 0]);
        rig.Ask();
        Assert.Equal([0f, 0.01f, 0.02f], Enumerable.Range(9, 3).Select(member => rig.Genome(member)[0]));
        rig.Tell();
        rig.Ask();
        Assert.Equal(0.03f, rig.Genome(10)[0], 1e-6f);
        Assert.Equal(0.04f, rig.Genome(11)[0], 1e-6f);
    }

    private static float[] Held(InjectionQueue queue) =>
        [.. Enumerable.Range(0, queue.Count).Select(index => queue[index][0])];
}
