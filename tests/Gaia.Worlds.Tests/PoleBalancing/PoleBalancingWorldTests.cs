namespace Gaia.Worlds.Tests.PoleBalancing;

public sealed class PoleBalancingWorldTests
{
    private static readonly float[] NoForce = [0f];

    /// <summary>Steps until the pole leans too far when nothing pushes, computed apart from this program with a tenth
    /// of the time step.</summary>
    [Theory]
    [InlineData("pole-single", 23)]
    [InlineData("pole-double", 23)]
    [InlineData("pole-double-no-velocities-long", 23)]
    public void Step_WithoutForce_FallsWhenItMustAndPaysTheStepsBefore(string world, int steps)
    {
        Episode episode = Start(world, 0);
        while (!episode.HasEnded)
            episode.Step(NoForce);

        Assert.True(episode.IsTerminated);
        Assert.Equal(steps, episode.Steps);
        Assert.Equal(steps - 1, episode.Return);
    }

    [Theory]
    [InlineData("pole-single")]
    [InlineData("pole-double")]
    [InlineData("pole-double-no-velocities")]
    [InlineData("pole-double-no-velocities-long")]
    public void Reset_AnySeed_StartsWithTheLongPoleLeaning(string world)
    {
        float[] first = Start(world, 0).Observation.ToArray();
        int angle = world is "pole-single" or "pole-double" ? 2 : 1;

        Assert.Equal((float)(0.07 / 0.52), first[angle]);
        Assert.All(first.Where((_, i) => i != angle), component => Assert.Equal(0f, component));
        Assert.Equal(first, Start(world, 4711).Observation.ToArray());
    }

    [Fact]
    public void Step_FullForce_AcceleratesTheCartAndIsClipped()
    {
        Episode episode = Start("pole-double", 0);
        Episode beyond = Start("pole-double", 0);

        episode.Step([1f]);
        beyond.Step([1.5f]);

        // About 10 N on 1.1 kg less the poles' share for 0.02 s: 0.19 m/s, seen as half of it.
        Assert.InRange(episode.Observation[1], 0.093f, 0.098f);
        Assert.InRange(episode.Observation[0], 0.0003f, 0.0005f);
        Assert.Equal(episode.Observation.ToArray(), beyond.Observation.ToArray());
    }

    [Fact]
    public void Step_PoleSingle_EndsAtTwelveDegreesAndPoleDoubleAtThirtySix()
    {
        Assert.InRange(LastAngle("pole-single", 2), 12 * Math.PI / 180, 13.5 * Math.PI / 180);

        // The short pole falls first.
        Assert.InRange(LastAngle("pole-double", 4), 36 * Math.PI / 180, 46 * Math.PI / 180);
    }

    private static double LastAngle(string world, int component)
    {
        Episode episode = Start(world, 0);
        while (!episode.HasEnded)
            episode.Step(NoForce);
        return 0.52 * episode.Observation[component];
    }

    private static Episode Start(string world, uint seed) => Episode.Start(world, seed).Value!;
}
