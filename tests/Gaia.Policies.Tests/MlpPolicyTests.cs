using Gaia.Core.Numerics;

namespace Gaia.Policies.Tests;

public sealed class MlpPolicyTests
{
    [Fact]
    public void Forward_LinearPolicy_IsProductPlusBias() =>
        Assert.Equal(
            [1f + 4f + 100f, 3f + 8f - 100f],
            Run(Samples.Layout(2, [], 2), [1f, 2f, 3f, 4f, 100f, -100f], [1f, 2f]));

    [Fact]
    public void Forward_AddsInInputOrderAndTheBiasLast()
    {
        // 1e8 + 1 is 1e8 in float32: only this order gives 0 + 2, any other would keep a 1.
        Assert.Equal([2f], Run(Samples.Layout(3, [], 1), [1e8f, 1f, -1e8f, 2f], [1f, 1f, 1f]));
        Assert.Equal([3f], Run(Samples.Layout(3, [], 1), [1e8f, -1e8f, 1f, 2f], [1f, 1f, 1f]));
        // The bias first would swallow the 1.
        Assert.Equal([1e8f], Run(Samples.Layout(3, [], 1), [1f, 1f, 1f, 1e8f], [1f, 1f, 1f]));
        Assert.Equal([1e8f + 8f], Run(Samples.Layout(3, [], 1), [3f, 3f, 2f, 1e8f], [1f, 1f, 1f]));
    }

    [Fact]
    public void Forward_DoesNotFuseMultiplyAndAdd()
    {
        // (1 + 2^-12)^2 rounds to 1 + 2^-11; a fused sum would keep 2^-24.
        var x = 1f + MathF.ScaleB(1f, -12);
        Assert.Equal([0f], Run(Samples.Layout(2, [], 1), [1f + MathF.ScaleB(1f, -11), x, 0f], [-1f, x]));
    }

    [Fact]
    public void Forward_HiddenLayer_UsesItsActivation()
    {
        float[] genome = [1f, -1f, 0f, 0f, 1f, 10f, 0f];
        Assert.Equal(
            [StrictMath.Tanh(0.5f) + (10f * StrictMath.Tanh(-0.5f))],
            Run(Samples.Layout(1, [2], 1), genome, [0.5f]));
        Assert.Equal([0.5f], Run(Samples.Layout(1, [2], 1, Activation.Relu), genome, [0.5f]));
        Assert.Equal([-4.5f], Run(Samples.Layout(1, [2], 1, Activation.Linear), genome, [0.5f]));
    }

    [Fact]
    public void Forward_Output_BoundsComponents()
    {
        // One weight of 1 for each output, then the biases: sums 1.5, 0.75, -2.5 and 0.5.
        float[] genome = [1f, 1f, 1f, 1f, 1f, 0.25f, -3f, 0f];
        float[] sums = [1.5f, 0.75f, -2.5f, 0.5f];
        Assert.Equal(
            [1f, 0.75f, -1f, 0.5f],
            Run(Samples.Layout(1, [], 4, output: PolicyOutput.Clip), genome, [0.5f]));
        Assert.Equal(
            sums.Select(StrictMath.Tanh),
            Run(Samples.Layout(1, [], 4, output: PolicyOutput.Tanh), genome, [0.5f]));
        Assert.Equal(sums, Run(Samples.Layout(1, [], 4), genome, [0.5f]));
    }

    [Theory]
    [InlineData(PolicyOutput.Clip)]
    [InlineData(PolicyOutput.Tanh)]
    public void Forward_SumThatOverflowsToNaN_GivesZero(PolicyOutput output) =>
        Assert.Equal(
            [0u],
            Samples.Bits(Run(Samples.Layout(2, [], 1, output: output), [3e38f, -3e38f, 0f], [10f, 10f])));

    [Theory]
    [InlineData(new[] { 1f }, 0)]
    [InlineData(new[] { 1f, 2f, 2f }, 1)]
    [InlineData(new[] { -0f, 0f }, 0)]
    [InlineData(new[] { float.NaN, 1f, 3f }, 2)]
    [InlineData(new[] { 1f, float.NaN }, 0)]
    [InlineData(new[] { float.NaN, float.NaN }, 0)]
    [InlineData(new[] { float.NegativeInfinity, float.NaN }, 0)]
    [InlineData(new[] { 1f, float.PositiveInfinity, float.PositiveInfinity }, 1)]
    public void ArgMax_OfValues_IsTheFirstLargestNumber(float[] values, int expected) =>
        Assert.Equal(expected, MlpPolicy.ArgMax(values));

    [Fact]
    public void Rejects_LengthsThatDoNotFit()
    {
        var layout = Samples.Layout(2, [3], 1);
        var genome = new float[layout.ParameterCount];
        var scratch = new float[layout.ScratchLength];
        Assert.Throws<ArgumentException>(
            () => MlpPolicy.Forward(layout, genome.AsSpan(1), new float[2], scratch, new float[1]));
        Assert.Throws<ArgumentException>(() => MlpPolicy.Forward(layout, genome, new float[3], scratch, new float[1]));
        Assert.Throws<ArgumentException>(
            () => MlpPolicy.Forward(layout, genome, new float[2], scratch.AsSpan(1), new float[1]));
        Assert.Throws<ArgumentException>(() => MlpPolicy.Forward(layout, genome, new float[2], scratch, new float[2]));
        Assert.Throws<ArgumentException>(() => MlpPolicy.ArgMax([]));
    }

    private static float[] Run(MlpLayout layout, float[] genome, float[] observation)
    {
        var outputs = new float[layout.Outputs];
        MlpPolicy.Forward(layout, genome, observation, new float[layout.ScratchLength], outputs);
        return outputs;
    }
}
