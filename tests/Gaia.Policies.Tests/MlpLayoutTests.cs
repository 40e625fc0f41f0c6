namespace Gaia.Policies.Tests;

public sealed class MlpLayoutTests
{
    [Fact]
    public void Layers_OfTwoHidden_FollowEachOtherInTheGenome()
    {
        var layout = Samples.Layout(3, [5, 4], 2);
        MlpLayer[] expected =
        [
            new MlpLayer(3, 5, 0, 15, Activation.Tanh),
            new MlpLayer(5, 4, 20, 40, Activation.Tanh),
            new MlpLayer(4, 2, 44, 52, Activation.Linear),
        ];
        Assert.Equal(expected, layout.Layers.ToArray());
        Assert.Equal(54, layout.ParameterCount);
        Assert.Equal(10, layout.ScratchLength);
    }

    [Fact]
    public void Hash_OfALayout_IsTheOneAnybodyComputes()
    {
        // SHA-256("gaia/layout/1" || description), computed by another program.
        var layout = Samples.Layout(3, [2], 2);
        Assert.Equal(
            """{"activation":"tanh","hidden":[2],"inputs":3,"output":"argmax","outputs":2,"type":"mlp"}""",
            layout.ToString());
        Assert.Equal("87d000cc6d5d748572e0d89f70ed1151552c85673feb53be2ba29a6b9a5a849a", layout.Hash.ToHex());
        Assert.Equal(
            "d22af84b6c612f9793c4e1fa5449a74d276e94bc91a8b9c5997ef4c07fbdc642",
            Samples.Layout(8, [16], 4).Hash.ToHex());
    }

    [Fact]
    public void Vector_OfTen_IsTenBiasesWithAHashOfItsOwn()
    {
        var layout = MlpLayout.Vector(10);

        Assert.True(layout.IsVector);
        Assert.Equal(10, layout.ParameterCount);
        Assert.Equal(new MlpLayer(0, 10, 0, 0, Activation.Linear), Assert.Single(layout.Layers));
        Assert.Equal("{\"outputs\":10,\"type\":\"vector\"}", layout.ToString());
        Assert.NotEqual(layout, MlpLayout.Vector(11));
        Assert.Equal(layout, MlpLayout.Vector(10));
    }

    [Theory]
    [InlineData(0, 3, PolicyOutput.Clip)]
    [InlineData(1, 3, PolicyOutput.Identity)]
    [InlineData(0, 0, PolicyOutput.Identity)]
    [InlineData(0, PolicyLimits.MaxWidth + 1, PolicyOutput.Identity)]
    public void Construct_IdentityWithInputsOrNoInputsWithout_Throws(int inputs, int outputs, PolicyOutput output) =>
        Assert.Throws<ArgumentException>(() => new MlpLayout(inputs, [], outputs, Activation.Linear, output));

    [Fact]
    public void Construct_IdentityBehindAHiddenLayer_Throws() => Assert.Throws<ArgumentException>(
        () => new MlpLayout(0, [2], 3, Activation.Tanh, PolicyOutput.Identity));

    [Fact]
    public void Forward_Vector_GivesTheGenome()
    {
        var outputs = new float[3];

        MlpPolicy.Forward(MlpLayout.Vector(3), [1f, -2f, 3e30f], [], [], outputs);

        Assert.Equal([1f, -2f, 3e30f], outputs);
        Assert.Throws<ArgumentException>(() => new PackedPolicy(MlpLayout.Vector(3)));
        Assert.Throws<ArgumentException>(() => new LanePolicies(MlpLayout.Vector(3)));
    }

    [Fact]
    public void Hash_OfDifferentFunctions_Differs()
    {
        MlpLayout[] layouts =
        [
            Samples.Layout(3, [2], 2),
            Samples.Layout(2, [3], 2),
            Samples.Layout(3, [2, 2], 2),
            Samples.Layout(3, [], 2),
            Samples.Layout(3, [2], 3),
            Samples.Layout(3, [2], 2, Activation.Relu),
            Samples.Layout(3, [2], 2, Activation.Linear),
            Samples.Layout(3, [2], 2, output: PolicyOutput.Tanh),
            Samples.Layout(3, [2], 2, output: PolicyOutput.Clip),
        ];
        Assert.Equal(layouts.Length, layouts.Select(layout => layout.Hash).Distinct().Count());
        Assert.Equal(Samples.Layout(3, [2], 2), layouts[0]);
        Assert.NotEqual(layouts[1], layouts[0]);
    }

    [Fact]
    public void Hash_WithoutHiddenLayers_IgnoresTheirActivation() =>
        Assert.Equal(Samples.Layout(3, [], 2, Activation.Relu), Samples.Layout(3, default, 2, Activation.Tanh));

    [Theory]
    [InlineData(0, new[] { 2 }, 2)]
    [InlineData(3, new[] { 0 }, 2)]
    [InlineData(3, new[] { 2 }, 0)]
    [InlineData(-1, new[] { 2 }, 2)]
    [InlineData(PolicyLimits.MaxWidth + 1, new[] { 2 }, 2)]
    [InlineData(3, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 2)]
    [InlineData(4096, new[] { 4096, 4096, 4096, 4096, 4096, 4096, 4096, 4096 }, 4096)]
    [InlineData(1024, new[] { 1024 }, 1)]
    [InlineData(int.MaxValue, new[] { int.MaxValue }, int.MaxValue)]
    public void Rejects_SizesOutOfRange(int inputs, int[] hidden, int outputs)
    {
        Assert.False(MlpLayout.Fits(inputs, hidden, outputs));
        Assert.Throws<ArgumentException>(() => Samples.Layout(inputs, [.. hidden], outputs));
    }

    [Fact]
    public void Accepts_ExactlyAsManyParametersAsAllowed()
    {
        // (1023 + 1) * 1023 + (1023 + 1) * 1 = 2^20.
        Assert.Equal(PolicyLimits.MaxParameters, Samples.Layout(1023, [1023], 1).ParameterCount);
        Assert.False(MlpLayout.Fits(1024, [1023], 1));
    }

    [Fact]
    public void Rejects_UnknownEnumValues()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Layout(1, [1], 1, (Activation)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Layout(1, [1], 1, output: (PolicyOutput)9));
    }
}
