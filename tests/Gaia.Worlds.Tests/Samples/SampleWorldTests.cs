using Gaia.Worlds.Samples;

namespace Gaia.Worlds.Tests.Samples;

public sealed class SampleWorldTests
{
    public static TheoryData<string> Worlds() => [.. SampleCatalog.Entries.Select(entry => entry.Info.Id)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_RightAnswers_ReachTheOptimumExactly(string world)
    {
        WorldInfo info = Info(world);
        SampleRun run = SampleRun.Of(world, 3, (_, target) => target);

        Assert.Equal(Optimum(info), run.Return);
        Assert.True(run.Return >= info.SolvedScore);
        Assert.Equal(info.HorizonSteps, run.Targets.Count);
        Assert.All(run.EarlyRewards, reward => Assert.Equal(0.0, reward));
        Assert.All(run.Targets, target => Assert.InRange(target, -1f, 1f));
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Step_WrongAnswers_AreNotSolved(string world)
    {
        WorldInfo info = Info(world);

        Assert.True(SampleRun.Of(world, 3, (_, target) => target > 0 ? -1f : 1f).Return < info.SolvedScore);
        Assert.True(SampleRun.Of(world, 3, (_, _) => 0f).Return < info.SolvedScore);
    }

    /// <summary>Inputs stay in the range that is stated, and most of the answers' range is used.</summary>
    [Theory]
    [MemberData(nameof(Worlds))]
    public void Reset_ManySeeds_StayWithinTheStatedRanges(string world)
    {
        WorldInfo info = Info(world);
        float largest = 0f;
        for (uint seed = 0; seed < (info.IsSeeded && info.HorizonSteps < 2000 ? 20 : 1); seed++)
        {
            SampleRun run = SampleRun.Of(world, seed, (_, _) => 0f);
            largest = Math.Max(largest, run.Targets.Max(Math.Abs));
            foreach (float[] inputs in run.Inputs)
            {
                for (int i = 0; i < inputs.Length; i++)
                    Assert.InRange(inputs[i], info.ObservationBounds[i].Low, info.ObservationBounds[i].High);
            }
        }

        Assert.InRange(largest, 0.4f, 1f);
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Reset_OtherSeed_ShowsOtherSamplesOnlyWhereTheyAreDrawn(string world)
    {
        SampleRun first = SampleRun.Of(world, 1, (_, _) => 0f);
        SampleRun again = SampleRun.Of(world, 1, (i, _) => i % 2);
        SampleRun other = SampleRun.Of(world, 2, (_, _) => 0f);

        Assert.Equal(first.Inputs, again.Inputs);
        Assert.Equal(first.Targets, again.Targets);
        bool areEqual = first.Inputs.SelectMany(x => x).SequenceEqual(other.Inputs.SelectMany(x => x));
        Assert.Equal(Info(world).IsSeeded, !areEqual);
    }

    [Fact]
    public void Step_AfterTheLastCase_GivesNothing()
    {
        SampleState state = default;
        var observation = new float[2];
        SampleWorld<XorSet>.Reset(ref state, 0, default, observation);
        for (int i = 0; i < 4; i++)
            Assert.Equal(i == 3, SampleWorld<XorSet>.Step(ref state, default, observation).Terminated);

        Assert.Equal([0f, 0f], observation);
        Assert.Equal(new Transition(0.0, true), SampleWorld<XorSet>.Step(ref state, default, observation));
    }

    [Theory]
    [InlineData(5f)]
    [InlineData(float.PositiveInfinity)]
    public void Step_AnswerBeyondOne_CountsAsOne(float answer) => Assert.Equal(
        SampleRun.Of("xor", 0, (_, _) => 1f).Return, SampleRun.Of("xor", 0, (_, _) => answer).Return);

    private static double Optimum(WorldInfo info) => info.Id switch
    {
        "xor" => 16.0,
        "two-spirals" => 195.0,
        _ when info.Id.StartsWith("parity-", StringComparison.Ordinal) => info.HorizonSteps + 1.0,
        _ => 0.0,
    };

    private static WorldInfo Info(string world)
    {
        Assert.True(WorldCatalog.TryFind(world, out WorldInfo? info));
        return info;
    }
}
