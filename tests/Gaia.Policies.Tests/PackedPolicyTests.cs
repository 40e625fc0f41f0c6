using System.Collections.Immutable;

namespace Gaia.Policies.Tests;

public sealed class PackedPolicyTests
{
    private static readonly ImmutableArray<int>[] HiddenShapes =
        [[], [1], [7], [8], [9], [16], [17], [24], [40], [5, 33], [16, 16], [3, 1, 12]];

    [Fact]
    public void Forward_OfManyShapes_EqualsTheDefinitionBitForBit()
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
    public void Forward_AfterAnotherGenome_DependsOnTheLastOneOnly()
    {
        var layout = Samples.Layout(8, [16], 4);
        var packed = new PackedPolicy(layout);
        var observation = Samples.Values(8, 1);
        packed.Load(Samples.Values(layout.ParameterCount, 2));
        var first = packed.Forward(observation).ToArray();
        packed.Load(Samples.Values(layout.ParameterCount, 3));
        Assert.NotEqual(first, packed.Forward(observation).ToArray());
        packed.Load(Samples.Values(layout.ParameterCount, 2));
        Assert.Equal(first, packed.Forward(observation).ToArray());
    }

    [Fact]
    public void LoadAndForward_AllocateNothing()
    {
        var layout = Samples.Layout(8, [16], 4);
        var packed = new PackedPolicy(layout);
        var genome = Samples.Values(layout.ParameterCount, 2);
        var observation = Samples.Values(8, 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            packed.Load(genome);
            observation[0] += packed.Forward(observation)[0];
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Rejects_LengthsThatDoNotFit()
    {
        var packed = new PackedPolicy(Samples.Layout(8, [16], 4));
        Assert.Throws<ArgumentException>(() => packed.Load(new float[211]));
        Assert.Throws<ArgumentException>(() => packed.Forward(new float[9]).Length);
    }

    private static void AssertEqual(MlpLayout layout, uint seed, Func<int, uint, float[]> draw)
    {
        var genome = draw(layout.ParameterCount, seed);
        var packed = new PackedPolicy(layout);
        packed.Load(genome);
        var expected = new float[layout.Outputs];
        var scratch = new float[layout.ScratchLength];
        for (uint i = 0; i < 8; i++)
        {
            var observation = draw(layout.Inputs, (seed * 100) + i);
            MlpPolicy.Forward(layout, genome, observation, scratch, expected);
            Assert.True(
                Samples.Bits(expected).AsSpan().SequenceEqual(Samples.Bits(packed.Forward(observation))),
                $"{layout}, seed {seed}, observation {i}");
        }
    }
}
