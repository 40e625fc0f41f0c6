using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Gaia.Worlds.Functions;
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
        Command command = new("worlds", "List the worlds and functions of this build, or show one of them.");
        Argument<string?> id = new("world")
        {
            Description = "Id of a world or a function, to see everything about it.",
            HelpName = "ID",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = CommonOptions.Json();
        command.Arguments.Add(id);
        command.Options.Add(json);
        command.SetAction((parsed, _) => RunAsync(terminal, parsed.GetValue(id), parsed.GetValue(json)));
        return command.WithExamples(
            "gaianode worlds",
            "gaianode worlds LunarLander-v3",
            "gaianode worlds bbob-f8",
            "gaianode worlds --json");
    }

    private static async Task<int> RunAsync(Terminal terminal, string? id, bool json)
    {
        WorldInfo[] worlds = [.. WorldCatalog.All.Where(world => id is null || world.Id == id)];
        FunctionInfo[] functions = [.. FunctionCatalog.All.Where(function => id is null || function.Id == id)];
        if (worlds.Length + functions.Length == 0)
        {
            var known = WorldCatalog.All.Select(world => world.Id)
                .Concat(FunctionCatalog.All.Select(function => function.Id));
            return await terminal.FailAsync(ExitCode.Usage, UnknownWorld.Message(id!, known));
        }

        if (json)
        {
            WorldsReport report = new()
            {
                Worlds = [.. worlds.Select(WorldView.Of)], Functions = [.. functions.Select(FunctionView.Of)],
            };
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(report, WorldsJson.Default.WorldsReport));
        }
        else if (id is null)
        {
            await ListAsync(terminal, worlds, functions);
        }
        else
        {
            terminal.Rich.Write(worlds.Length > 0
                ? CatalogueSheet.Render(worlds[0])
                : CatalogueSheet.Render(functions[0]));
        }

        return ExitCode.Ok;
    }

    private static async Task ListAsync(Terminal terminal, WorldInfo[] worlds, FunctionInfo[] functions)
    {
        foreach (var (group, title) in Groups)
        {
            WorldInfo[] members = [.. worlds.Where(world => world.Group == group)];
            if (members.Length == 0) continue;
            await terminal.Out.WriteLineAsync(title);
            terminal.Rich.Write(WorldTable.Render(members, terminal.Rich.Profile.Width));
            await terminal.Out.WriteLineAsync();
        }

        await terminal.Out.WriteLineAsync("Functions to minimise");
        terminal.Rich.Write(FunctionTable.Render(functions, terminal.Rich.Profile.Width));
        await terminal.Out.WriteLineAsync();
        await terminal.Out.WriteLineAsync("`gaianode worlds ID` shows one with its arguments.");
    }
}
