using Gaia.Worlds.Samples;

namespace Gaia.Worlds.Tests.Samples;

public sealed class XorSetTests
{
    [Fact]
    public void Present_FourCases_AreTheTruthTable()
    {
        SampleRun run = SampleRun.Of("xor", 0, (_, target) => target);

        Assert.Equal([[0f, 0f], [0f, 1f], [1f, 0f], [1f, 1f]], run.Inputs);
        Assert.Equal([-1f, 1f, 1f, -1f], run.Targets);
    }

    /// <summary>Outputs of one half are off by 2 in all: (4 - 2)^2.</summary>
    [Fact]
    public void Score_AlwaysOneHalf_IsFour() => Assert.Equal(4.0, SampleRun.Of("xor", 0, (_, _) => 0f).Return);

    [Fact]
    public void Score_OneOutputOnTheBorder_IsNotSolved()
    {
        double score = SampleRun.Of("xor", 0, (i, target) => i == 2 ? 0f : target).Return;

        Assert.Equal(12.25, score);
        Assert.True(score < XorSet.Info.SolvedScore);
    }

    [Fact]
    public void Score_OutputsOfATenthAndNineTenths_IsSolved()
    {
        double score = SampleRun.Of("xor", 0, (_, target) => 0.8f * target).Return;

        Assert.Equal(3.6 * 3.6, score, 1e-6);
        Assert.True(score >= XorSet.Info.SolvedScore);
    }
}
