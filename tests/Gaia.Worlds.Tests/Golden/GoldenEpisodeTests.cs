namespace Gaia.Worlds.Tests.Golden;

public sealed class GoldenEpisodeTests
{
    public static TheoryData<string, string> Episodes()
    {
        var data = new TheoryData<string, string>();
        foreach (string world in GoldenFolder.Worlds.Where(GoldenFolder.IsBuilt))
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

    [UnbuiltWorldsFact]
    public void Golden_RecordedWorlds_AreAllBuilt() =>
        Assert.All(GoldenFolder.Worlds, world => Assert.True(GoldenFolder.IsBuilt(world)));

    [Theory]
    [InlineData("CartPole-v1")]
    [InlineData("LunarLander-v3")]
    public void Golden_OneChangedBit_NamesStepAndField(string world)
    {
        if (!GoldenFolder.Worlds.Contains(world))
            return;
        var episode = GoldenEpisode.Read(GoldenFolder.Episodes(world)[0]);
        const int Step = 7;
        int bits = BitConverter.SingleToInt32Bits(episode.Observations[Step][2]);
        episode.Observations[Step][2] = BitConverter.Int32BitsToSingle(bits ^ 1);

        string? observed = GoldenReplay.FirstDifference(world, episode);

        Assert.StartsWith("step 7 observation[2]:", observed, StringComparison.Ordinal);
        episode.Observations[Step][2] = BitConverter.Int32BitsToSingle(bits);
        long reward = BitConverter.DoubleToInt64Bits(episode.Rewards[Step]);
        episode.Rewards[Step] = BitConverter.Int64BitsToDouble(reward ^ 1);
        Assert.StartsWith(
            "step 7 reward:", GoldenReplay.FirstDifference(world, episode), StringComparison.Ordinal);
    }
}
