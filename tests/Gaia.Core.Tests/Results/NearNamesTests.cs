using Gaia.Core.Results;

namespace Gaia.Core.Tests.Results;

public sealed class NearNamesTests
{
    private static readonly string[] Worlds =
        ["Acrobot-v1", "BipedalWalker-v3", "CartPole-v1", "LunarLander-v3", "LunarLander-v3-wind", "MountainCar-v0"];

    [Theory]
    [InlineData("CartPole-v0", "CartPole-v1")]
    [InlineData("cartpole-v1", "CartPole-v1")]
    [InlineData("CratPole-v1", "CartPole-v1")]
    [InlineData("walker", "BipedalWalker-v3")]
    [InlineData("lunarlander", "LunarLander-v3")]
    [InlineData("LunarLander-v2", "LunarLander-v3")]
    [InlineData("Pong-v0", "")]
    [InlineData("", "")]
    [InlineData("v1", "")]
    public void Of_MistypedName_PutsTheNearestFirst(string text, string nearest)
    {
        string[] expected = nearest.Length == 0 ? [] : [nearest];
        Assert.Equal(expected, NearNames.Of(text, Worlds).Take(1));
    }

    [Fact]
    public void Of_ManyNearNames_GivesThree() =>
        Assert.Equal(["a1x", "a2x", "a3x"], NearNames.Of("a0x", ["a4x", "a3x", "a2x", "a1x"]));

    [Fact]
    public void Of_VeryLongText_GivesNone() => Assert.Empty(NearNames.Of(new string('a', 100_000), Worlds));

    [Fact]
    public void Question_NamesEach_OrSaysNothing()
    {
        Assert.Equal("; did you mean 'ab' or 'abc'?", NearNames.Question("abb", ["ab", "abc"]));
        Assert.Equal("", NearNames.Question("zzzzz", ["ab", "abc"]));
    }
}
