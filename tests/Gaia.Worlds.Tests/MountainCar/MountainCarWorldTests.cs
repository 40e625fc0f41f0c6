namespace Gaia.Worlds.Tests.MountainCar;

public sealed class MountainCarWorldTests
{
    /// <summary>Rocking reaches the goal below the speed limit first, and at the limit only later.</summary>
    [Theory]
    [InlineData("MountainCar-v0")]
    [InlineData("MountainCarContinuous-v0")]
    public void Step_GoalVelocity_DecidesWhetherTheGoalCounts(string world)
    {
        Episode slow = Rock(world, 0.01);
        Episode fast = Rock(world, 0.07);

        Assert.True(slow.IsTerminated);
        Assert.InRange(slow.Observation[1], 0.01f, 0.069f);
        Assert.True(fast.IsTerminated);
        Assert.Equal(0.07f, fast.Observation[1]);
        Assert.True(fast.Steps > slow.Steps);
    }

    [Fact]
    public void Step_IntoTheWall_TakesAllSpeed()
    {
        Episode episode = Episode.Start("MountainCar-v0", 3).Value!;
        float least = 0f;
        while (!episode.HasEnded)
        {
            episode.Step(episode.Observation[1] >= 0f ? 2 : 0);
            least = Math.Min(least, episode.Observation[0]);
            if (episode.Observation[0] == -1.2f)
                Assert.Equal(0f, episode.Observation[1]);
        }

        Assert.InRange(least, -1.2f, -0.8f);
    }

    private static Episode Rock(string world, double goalVelocity)
    {
        Episode episode = Episode.Start(world, 3, [new("goal_velocity", goalVelocity)]).Value!;
        while (!episode.HasEnded)
        {
            bool isRightwards = episode.Observation[1] >= 0f;
            if (episode.World.ActionKind == ActionKind.Discrete)
                episode.Step(isRightwards ? 2 : 0);
            else
                episode.Step([isRightwards ? 1f : -1f]);
        }

        return episode;
    }
}
