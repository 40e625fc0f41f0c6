using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Spectre.Console;

namespace Gaia.Cli.Catalogue;

/// <summary><c>gaianode worlds</c>: the one catalogue; what it lists, manifests and policy files may name.</summary>
internal static class WorldsCommand
{
    private static readonly (WorldGroup Group, string Title)[] Groups =
    [
        (WorldGroup.Gymnasium, "Gymnasium, bit for bit"),
        (WorldGroup.Neuroevolution, "Neuroevolution benchmarks"),
    ];

    public static Command Create(Terminal terminal)
    {
        Command command = new("worlds", "List the worlds that tasks and policies can name, or show one of them.");
        Argument<string?> id = new("world")
        {
            Description = "Id of a world, to see everything about it.",
            HelpName = "ID",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = CommonOptions.Json();
        command.Arguments.Add(id);
        command.Options.Add(json);
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetValue(id), parsed.GetValue(json)));
        return command.WithExamples("gaianode worlds", "gaianode worlds LunarLander-v3", "gaianode worlds --json");
    }

    private static async Task<int> RunAsync(Terminal terminal, string? id, bool json)
    {
        WorldInfo[] worlds = [.. WorldCatalog.All.Where(world => id is null || world.Id == id)];
        if (worlds.Length == 0) return await terminal.FailAsync(ExitCode.Usage, UnknownWorld.Message(id!));
        if (json)
        {
            WorldsReport report = new() { Worlds = [.. worlds.Select(WorldView.Of)] };
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(report, WorldsJson.Default.WorldsReport));
        }
        else if (id is not null)
        {
            terminal.Rich.Write(WorldSheet.Render(worlds[0]));
        }
        else
        {
            await ListAsync(terminal, worlds);
        }

        return ExitCode.Ok;
    }

    private static async Task ListAsync(Terminal terminal, WorldInfo[] worlds)
    {
        foreach (var (group, title) in Groups)
        {
            WorldInfo[] members = [.. worlds.Where(world => world.Group == group)];
            if (members.Length == 0) continue;
            await terminal.Out.WriteLineAsync(title);
            terminal.Rich.Write(WorldTable.Render(members, terminal.Rich.Profile.Width));
            await terminal.Out.WriteLineAsync();
        }

        await terminal.Out.WriteLineAsync("`gaianode worlds ID` shows one with its arguments.");
    }
}
