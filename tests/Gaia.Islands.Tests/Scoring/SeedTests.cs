using Gaia.Core.Identity;
using Gaia.Islands.Scoring;

namespace Gaia.Islands.Tests.Scoring;

/// <summary>Vectors from Python's hashlib, computed beside this code: int.from_bytes(sha256(...)[:4], 'big') >>
/// 1.</summary>
public sealed class SeedTests
{
    private static readonly TaskId Task = new(Hash256.Sha256("task"u8));
    private static readonly EliteId Elite = new(Hash256.Sha256("elite"u8));

    [Fact]
    public void HeldOutSeeds_OfKnownIds_AreTheVectors()
    {
        var seeds = new uint[257];
        HeldOutSeeds.For(Task, Elite, seeds);
        Assert.Equal([485580765u, 71822976u, 1615943859u], seeds[..3]);
        Assert.Equal(1822626074u, seeds[99]);
        Assert.Equal(417870802u, seeds[256]);
    }

    [Fact]
    public void RescoreSeeds_OfKnownIds_AreTheVectors()
    {
        var seeds = new uint[257];
        RescoreSeeds.For(Task, Elite, seeds);
        Assert.Equal([653947958u, 1777936090u, 1150196329u], seeds[..3]);
        Assert.Equal(905734640u, seeds[99]);
        Assert.Equal(1608566053u, seeds[256]);
    }

    [Theory]
    [InlineData(0, 1189020727u, 391809340u, 1622506858u)]
    [InlineData(7, 298367282u, 950695878u, 1356486573u)]
    [InlineData(300, 610642994u, 1505988212u, 1385274010u)]
    public void TrainingSeeds_OfAGeneration_AreTheVectors(long generation, uint first, uint second, uint third)
    {
        var seeds = new uint[3];
        TrainingSeeds.For(Task.Value, generation, seeds);
        Assert.Equal([first, second, third], seeds);
    }

    [Fact]
    public void HeldOutAndRescoreSeeds_OfOneElite_ShareNoEpisode()
    {
        var held = new uint[HeldOutSeeds.Count];
        var again = new uint[RescoreSeeds.Count];
        HeldOutSeeds.For(Task, Elite, held);
        RescoreSeeds.For(Task, Elite, again);
        Assert.Equal(200, held.Concat(again).Distinct().Count());
        Assert.All(held.Concat(again), seed => Assert.True(seed <= int.MaxValue));
    }

    [Fact]
    public void TrainingSeeds_NegativeGeneration_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainingSeeds.For(Task.Value, -1, new uint[1]));
}
