using Gaia.Worlds;

namespace Gaia.Cli.Catalogue;

/// <summary>An argument of a world in JSON.</summary>
internal sealed record ArgumentView(string Name, double Default, double Minimum, double Maximum, string Description)
{
    public static ArgumentView Of(WorldArgument argument) =>
        new(argument.Name, argument.Default, argument.Minimum, argument.Maximum, argument.Description);
}
