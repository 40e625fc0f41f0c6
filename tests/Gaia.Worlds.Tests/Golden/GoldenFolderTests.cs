namespace Gaia.Worlds.Tests.Golden;

/// <summary>The recordings are all there, so that no test over them passes for want of any.</summary>
public sealed class GoldenFolderTests
{
    /// <summary>Files of each world; those that follow NumPy 1 scalar rules are not played.</summary>
    private static readonly Dictionary<string, int> Files = new(StringComparer.Ordinal)
    {
        ["Acrobot-v1"] = 4,
        ["BipedalWalker-v3"] = 14,
        ["BipedalWalkerHardcore-v3"] = 7,
        ["CartPole-v1"] = 8,
        ["LunarLander-v3"] = 16,
        ["LunarLander-v3-continuous"] = 8,
        ["LunarLander-v3-wind"] = 2,
        ["MountainCar-v0"] = 2,
        ["MountainCarContinuous-v0"] = 4,
        ["Pendulum-v1"] = 3,
    };

    [OwnRecordingsFact]
    public void Golden_Episodes_AreAsManyAsRecorded()
    {
        Assert.Equal(Files, GoldenFolder.Worlds.ToDictionary(world => world, w => GoldenFolder.Episodes(w).Count));
        Assert.Equal(68, Files.Values.Sum());
        Assert.Equal(68, GoldenEpisodeTests.Episodes().Count);
    }

    [OwnRecordingsFact]
    public void Golden_Functions_AreRecordedInEveryDimensionAndInstance()
    {
        (int Function, int Dimension, int Instance)[] rows =
        [
            .. from function in Enumerable.Range(1, 24)
               from dimension in (int[])[2, 5, 10, 20]
               from instance in (int[])[1, 2]
               select (function, dimension, instance),
        ];
        IReadOnlyList<GoldenFunction> recorded = GoldenFunction.Read();

        Assert.Equal(rows, recorded.Select(row => (row.Function, row.Dimension, row.Instance)).Order());
        Assert.All(recorded, row => Assert.Equal(row.Dimension, row.Optimum.Length));
        Assert.All(recorded, row => Assert.Equal(4, row.Points.Length));
    }
}
