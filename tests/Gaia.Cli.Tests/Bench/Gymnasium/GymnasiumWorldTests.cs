using Gaia.Cli.Bench.Gymnasium;
using Gaia.Worlds;

namespace Gaia.Cli.Tests.Bench.Gymnasium;

public sealed class GymnasiumWorldTests
{
    [Theory]
    [InlineData("CartPole-v1", "CartPole-v1", "")]
    [InlineData("LunarLander-v3", "LunarLander-v3", "")]
    [InlineData("LunarLander-v3-continuous", "LunarLander-v3", "continuous")]
    [InlineData("LunarLander-v3-wind", "LunarLander-v3", "enable_wind")]
    public void Of_Variant_IsTheGymnasiumWorldWithItsOption(string id, string env, string option)
    {
        Assert.True(WorldCatalog.TryFind(id, out WorldInfo? info));
        GymnasiumWorld world = GymnasiumWorld.Of(info)!;
        Assert.Equal(env, world.Env);
        Assert.Equal(
            info.Arguments.Select(argument => argument.Name).Concat(option.Length == 0 ? [] : [option]).Order(),
            world.Kwargs.Select(pair => pair.Key).Order());
        if (option.Length > 0) Assert.True((bool)world.Kwargs[option]!);
    }

    [Fact]
    public void Of_Arguments_AreAtTheirDefaults() => Assert.All(WorldCatalog.All, info =>
    {
        if (GymnasiumWorld.Of(info) is not { } world) return;
        Assert.All(
            info.Arguments, argument => Assert.Equal(argument.Default, (double)world.Kwargs[argument.Name]!));
    });

    [Fact]
    public void Of_WorldThatGymnasiumDoesNotHave_IsNull()
    {
        WorldCatalog.TryFind("CartPole-v1", out WorldInfo? info);
        Assert.Null(GymnasiumWorld.Of(info! with { Group = WorldGroup.Neuroevolution }));
    }
}
