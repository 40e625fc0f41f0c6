using System.Text.Json.Nodes;
using Gaia.Worlds;

namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>How a world of the catalogue is made in Gymnasium.</summary>
/// <param name="Env">Id for <c>gymnasium.make</c>.</param>
/// <param name="Kwargs">Its keyword arguments: what makes the variant, and every number at our default.</param>
internal sealed record GymnasiumWorld(string Env, JsonObject Kwargs)
{
    /// <summary>Endings of our ids, and the option that each stands for.</summary>
    private static readonly (string Ending, string Option)[] Variants =
        [("-continuous", "continuous"), ("-wind", "enable_wind")];

    /// <summary>Null for a world that Gymnasium does not have.</summary>
    public static GymnasiumWorld? Of(WorldInfo world)
    {
        if (world.Group != WorldGroup.Gymnasium) return null;
        string env = world.Id;
        JsonObject kwargs = [];
        for (bool isVariant = true; isVariant;)
        {
            isVariant = false;
            foreach (var (ending, option) in Variants)
            {
                if (!env.EndsWith(ending, StringComparison.Ordinal)) continue;
                env = env[..^ending.Length];
                kwargs[option] = true;
                isVariant = true;
            }
        }

        foreach (WorldArgument argument in world.Arguments) kwargs[argument.Name] = argument.Default;
        return new GymnasiumWorld(env, kwargs);
    }
}
