using System.Collections.Immutable;

namespace Gaia.Policies.Tests;

public sealed class LanePoliciesTests
{
    private static readonly ImmutableArray<int>[] HiddenShapes =
        [[], [1], [2], [3], [4], [5], [8], [16], [33], [5, 33], [16, 16], [3, 1, 12]];

    [Fact]
    public void Forward_OfManyShapes_EqualsTheDefinitionInEveryLane()
    {
        uint seed = 1;
        foreach (var hidden in HiddenShapes)
        {
            foreach (var activation in Enum.GetValues<Activation>())
            {
                foreach (var output in (PolicyOutput[])[PolicyOutput.ArgMax, PolicyOutput.Tanh, PolicyOutput.Clip])
                {
                    AssertEqual(Samples.Layout(8, hidden, 4, activation, output), seed++, Samples.Values);
                    AssertEqual(Samples.Layout(1, hidden, 17, activation, output), seed++, Samples.Values);
                    AssertEqual(Samples.Layout(24, hidden, 1, activation, output), seed++, Samples.FiniteBits);
                }
            }
        }
    }

    [Fact]
    public void Choose_OfTiesNaNsAndInfinities_EqualsArgMaxInEveryLane()
    {
        // One input of 1: the preferences are weight + bias, here 0 + what the lane is given.
        float[][] preferences =
        [
            [1f, 2f, 2f], [-0f, 0f, -0f], [float.NaN, 1f, 3f], [1f, float.NaN, 0.5f],
            [float.NaN, float.NaN, float.NaN], [float.NegativeInfinity, float.NaN, float.NegativeInfinity],
            [1f, float.PositiveInfinity, float.PositiveInfinity], [float.NegativeInfinity, -1f, -2f],
        ];
        var layout = Samples.Layout(1, [], 3);
        var policies = new LanePolicies(layout);
        for (var lane = 0; lane < LanePolicies.Width; lane++)
            policies.Load(lane, [0f, 0f, 0f, .. preferences[lane]]);
        var choices = new int[LanePolicies.Width];
        policies.Choose([1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f], choices);
        Assert.Equal(preferences.Select(values => MlpPolicy.ArgMax(values)), choices);
    }

    [Theory]
    [InlineData(PolicyOutput.Clip)]
    [InlineData(PolicyOutput.Tanh)]
    public void Forward_SumThatOverflowsToNaN_GivesZeroInItsLaneAlone(PolicyOutput output)
    {
        var policies = new LanePolicies(Samples.Layout(2, [], 1, output: output));
        policies.Load(3, [3e38f, -3e38f, 0f]);
        policies.Load(4, [3e38f, 3e38f, 0f]);
        var outputs = new float[LanePolicies.Width];
        policies.Forward(Enumerable.Repeat(10f, 2 * LanePolicies.Width).ToArray(), outputs);
        Assert.Equal(Samples.Bits([0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f]), Samples.Bits(outputs));
    }

    [Fact]
    public void Load_OfOneLane_LeavesTheOthersAsTheyAre()
    {
        var layout = Samples.Layout(8, [16], 4);
        var policies = new LanePolicies(layout);
        for (var lane = 0; lane < LanePolicies.Width; lane++)
            policies.Load(lane, Samples.Values(layout.ParameterCount, (uint)lane));
        var observations = Samples.Values(8 * LanePolicies.Width, 9);
        var before = new float[4 * LanePolicies.Width];
        policies.Forward(observations, before);

        policies.Load(5, Samples.Values(layout.ParameterCount, 77));
        var after = new float[before.Length];
        policies.Forward(observations, after);
        Assert.All(Enumerable.Range(0, before.Length), at =>
            Assert.Equal(at % LanePolicies.Width != 5, before[at].Equals(after[at])));

        policies.Load(5, Samples.Values(layout.ParameterCount, 5));
        policies.Forward(observations, after);
        Assert.Equal(before, after);
    }

    [Fact]
    public void LoadAndChoose_AllocateNothing()
    {
        var layout = Samples.Layout(8, [16], 4);
        var policies = new LanePolicies(layout);
        var genome = Samples.Values(layout.ParameterCount, 2);
        var observations = Samples.Values(8 * LanePolicies.Width, 1);
        var choices = new int[LanePolicies.Width];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            policies.Load(i & 7, genome);
            policies.Choose(observations, choices);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Rejects_LanesAndLengthsThatDoNotFit()
    {
        var policies = new LanePolicies(Samples.Layout(8, [16], 4));
        Assert.Throws<ArgumentException>(() => policies.Load(0, new float[211]));
        Assert.Throws<ArgumentOutOfRangeException>(() => policies.Load(8, new float[212]));
        Assert.Throws<ArgumentOutOfRangeException>(() => policies.Load(-1, new float[212]));
        Assert.Throws<ArgumentException>(() => policies.Forward(new float[63], new float[32]));
        Assert.Throws<ArgumentException>(() => policies.Forward(new float[64], new float[33]));
        Assert.Throws<ArgumentException>(() => policies.Choose(new float[64], new int[4]));
    }

    private static void AssertEqual(MlpLayout layout, uint seed, Func<int, uint, float[]> draw)
    {
        const int Width = LanePolicies.Width;
        var policies = new LanePolicies(layout);
        var genomes = new float[Width][];
        for (var lane = 0; lane < Width; lane++)
        {
            genomes[lane] = draw(layout.ParameterCount, (seed * Width) + (uint)lane);
            policies.Load(lane, genomes[lane]);
        }

        var (outputs, choices) = (new float[layout.Outputs * Width], new int[Width]);
        var (observation, expected) = (new float[layout.Inputs], new float[layout.Outputs]);
        var (actual, scratch) = (new float[layout.Outputs], new float[layout.ScratchLength]);
        for (uint i = 0; i < 4; i++)
        {
            var observations = draw(layout.Inputs * Width, (seed * 100) + i);
            policies.Forward(observations, outputs);
            policies.Choose(observations, choices);
            for (var lane = 0; lane < Width; lane++)
            {
                Gather(observations, lane, observation);
                Gather(outputs, lane, actual);
                MlpPolicy.Forward(layout, genomes[lane], observation, scratch, expected);
                Assert.True(
                    Samples.Bits(expected).AsSpan().SequenceEqual(Samples.Bits(actual)),
                    $"{layout}, seed {seed}, observation {i}, lane {lane}");
                Assert.Equal(MlpPolicy.ArgMax(expected), choices[lane]);
            }
        }
    }

    private static void Gather(float[] lanes, int lane, float[] values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = lanes[(i * LanePolicies.Width) + lane];
    }
}
