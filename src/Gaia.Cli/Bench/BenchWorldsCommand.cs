using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.Catalogue;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Evaluation;
using Gaia.Worlds;
using Spectre.Console;

namespace Gaia.Cli.Bench;

/// <summary><c>gaianode bench worlds</c>: exact steps a second of every world, under random actions.</summary>
internal static class BenchWorldsCommand
{
    private const double MinimumSeconds = 0.1;
    private const double MaximumSeconds = 600;

    public static Command Create(Terminal terminal)
    {
        Command command = new("worlds", "Measure steps and episodes a second of the worlds, under random actions.");
        Option<string?> world = new("--world") { Description = "Only this world.", HelpName = "ID" };
        world.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !WorldCatalog.TryFind(token.Value, out _)))
                result.AddError("--world: " + UnknownWorld.Message(token.Value));
        });
        Option<int> threads = CommonOptions.Threads();
        threads.Description = "Measure with this many threads at the same time.";
        threads.DefaultValueFactory = _ => 1;
        Option<double> seconds = new("--seconds")
        {
            Description = "Measured time of each world.", HelpName = "S", DefaultValueFactory = _ => 3,
        };
        seconds.Within(MinimumSeconds, MaximumSeconds);
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (Option[])[world, threads, seconds, json]) command.Options.Add(option);
        command.SetAction((parsed, token) => RunAsync(
            terminal, parsed.GetValue(world), parsed.GetValue(threads), TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            parsed.GetValue(json), token));
        return command.WithExamples("gaianode bench worlds", "gaianode bench worlds --world CartPole-v1 --json");
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string? only, int threads, TimeSpan duration, bool json, CancellationToken token)
    {
        List<WorldBenchmarkResult> results = [];
        foreach (WorldInfo world in WorldCatalog.All)
        {
            if (only is not null && !string.Equals(world.Id, only, StringComparison.Ordinal)) continue;
            await terminal.Error.WriteLineAsync($"measuring {world.Id} for {duration.TotalSeconds:0.#} s");
            WorldBenchmark benchmark = new(world.Id, terminal.Time);
            results.Add(await Task.Run(() => benchmark.Run(threads, duration, token), CancellationToken.None));
        }

        WorldBenchReport report = new() { Machine = MachineDescription.OfThis(), Results = results };
        if (json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(report, BenchJson.Default.WorldBenchReport));
        }
        else
        {
            await terminal.Out.WriteLineAsync(report.Machine.ToString());
            terminal.Rich.Write(Render(results, terminal.Rich.Profile.Width));
        }

        return ExitCode.Ok;
    }

    private static Table Render(IReadOnlyList<WorldBenchmarkResult> results, int columns)
    {
        Table table = FittingTable.Create(columns, "world", "form", ">threads", ">steps/s", ">episodes/s");
        foreach (WorldBenchmarkResult result in results)
        {
            table.AddRow(
                result.World,
                result.Form,
                Numbers.Count(result.Threads),
                Numbers.Rate(result.StepsPerSecond),
                Numbers.Rate(result.EpisodesPerSecond));
        }

        return table;
    }
}
