namespace Gaia.Worlds.Tests.Golden;

public sealed class GoldenEpisodeTests
{
    public static TheoryData<string, string> Episodes()
    {
        var data = new TheoryData<string, string>();
        foreach (string world in GoldenFolder.Worlds)
        {
            foreach (string file in GoldenFolder.Episodes(world))
                data.Add(world, Path.GetFileName(file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Episodes))]
    public void Golden_Episode_EqualsRecordingBitForBit(string world, string file)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.File(Path.Combine(world, file)));

        Assert.Null(GoldenReplay.FirstDifference(world, episode));
    }

    [Theory]
    [MemberData(nameof(Episodes))]
    public void Golden_EpisodeInALane_EqualsRecordingBitForBit(string world, string file)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.File(Path.Combine(world, file)));
        IEpisodeForm form = EpisodeForms.Lane(world, (int)(episode.Seed % WorldLanes.Width));

        Assert.Null(GoldenReplay.FirstDifference(form, episode));
    }

    [Fact]
    public void Golden_RecordedWorlds_AreAllBuilt() =>
        Assert.All(GoldenFolder.Worlds, world => Assert.True(WorldCatalog.TryFind(world, out _), world));

    [RecordedTheory("CartPole-v1", "LunarLander-v3")]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_OneChangedBit_NamesFileStepAndField(string world)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.Episodes(world)[0]);
        const int Step = 7;
        int bits = BitConverter.SingleToInt32Bits(episode.Observations[Step][2]);
        episode.Observations[Step][2] = BitConverter.Int32BitsToSingle(bits ^ 1);
        AssertFound(world, episode, "step 7 observation[2]:");

        episode.Observations[Step][2] = BitConverter.Int32BitsToSingle(bits);
        long reward = BitConverter.DoubleToInt64Bits(episode.Rewards[Step]);
        episode.Rewards[Step] = BitConverter.Int64BitsToDouble(reward ^ 1);
        AssertFound(world, episode, "step 7 reward:");
    }

    [RecordedTheory("CartPole-v1", "LunarLander-v3")]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_OneChangedFlag_NamesFileStepAndField(string world)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.Episodes(world)[0]);
        episode.Truncated[3] = true;
        AssertFound(world, episode, "step 3 truncated:");

        episode.Truncated[3] = false;
        episode.Terminated[5] ^= true;
        AssertFound(world, episode, "step 5 terminated:");
    }

    [RecordedTheory("CartPole-v1", "LunarLander-v3")]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_LastStepOfTheHorizon_MustBeFlagged(string world)
    {
        var episode = GoldenFolder.Episodes(world).Select(GoldenEpisode.Read).First(one => one.Ended == "truncated");
        episode.Truncated[^1] = false;

        AssertFound(world, episode, $"step {episode.MaxSteps - 1} truncated:");
    }

    [RecordedTheory("CartPole-v1", "LunarLander-v3")]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_ChangedSummary_NamesFileStepAndField(string world)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.Episodes(world)[0]);
        int steps = episode.Steps;
        Assert.Null(GoldenReplay.FirstDifference(world, episode));

        AssertFound(world, episode with { Steps = steps - 1 }, $"step {steps - 1} actions:");
        AssertFound(world, episode with { Steps = steps + 1 }, $"step {steps} actions:");
        AssertFound(world, episode with { Ended = "cut" }, $"step {steps - 1} ended:");
        AssertFound(world, episode with { Ended = "truncated" }, $"step {steps - 1} ended:");
        double total = Math.BitIncrement(episode.TotalReward);
        AssertFound(world, episode with { TotalReward = total }, $"step {steps - 1} total_reward:");
        AssertFound(world, episode with { MaxSteps = 7 }, "max_episode_steps:");
    }

    [RecordedTheory("CartPole-v1", "LunarLander-v3")]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_CutArrays_NameFileStepAndField(string world)
    {
        var episode = GoldenEpisode.Read(GoldenFolder.Episodes(world)[0]);
        AssertFound(world, episode with { Actions = episode.Actions[..5] }, "step 5 actions:");
        AssertFound(world, episode with { Observations = episode.Observations[..5] }, "step 5 obs:");
        AssertFound(world, episode with { Rewards = episode.Rewards[..5] }, "step 5 reward:");
        AssertFound(world, episode with { Terminated = episode.Terminated[..5] }, "step 5 terminated:");
        AssertFound(world, episode with { Truncated = episode.Truncated[..5] }, "step 5 truncated:");

        var cut = episode with
        {
            Steps = 5,
            Actions = episode.Actions[..5],
            Observations = episode.Observations[..5],
            Rewards = episode.Rewards[..5],
            Terminated = episode.Terminated[..5],
            Truncated = episode.Truncated[..5],
        };
        AssertFound(world, cut, "step 4 ended:");
        AssertFound(world, cut with { Ended = "cut" }, "step 4 total_reward:");
    }

    private static void AssertFound(string world, GoldenEpisode changed, string difference) => Assert.StartsWith(
        $"{changed.Name}: {difference}", GoldenReplay.FirstDifference(world, changed), StringComparison.Ordinal);
}
