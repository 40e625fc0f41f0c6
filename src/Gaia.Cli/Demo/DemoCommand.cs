using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Demo;

/// <summary><c>gaianode demo</c>: a swarm of three that lands the real LunarLander, from nothing.</summary>
internal static class DemoCommand
{
    private const double MinimumLimitSeconds = 10;
    private const double MaximumLimitSeconds = 86_400;

    public static Command Create(Terminal terminal)
    {
        Command command = new("demo", "Start three nodes here; they find each other and learn to land LunarLander-v3.");
        Option<bool> json = CommonOptions.Json();
        Option<bool> keep = new("--keep") { Description = "Leave the nodes running at the end." };
        Option<string?> data = new("--data")
        {
            Description = "Directory for the nodes' data. Default: a temporary one, removed at the end.",
            HelpName = "DIR",
        };
        Option<string?> output = new("--output", "-o")
        {
            Description = "File for the policy. Default: lunarlander-<elite>.policy.json in the current directory.",
            HelpName = "FILE",
        };
        Option<double> limit = new("--limit")
        {
            Description = "Give up after this many seconds.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => new DemoSettings().Limit.TotalSeconds,
        };
        limit.Within(MinimumLimitSeconds, MaximumLimitSeconds);
        foreach (Option option in (Option[])[json, keep, data, output, limit]) command.Options.Add(option);
        command.SetAction((parsed, token) => new DemoRun(terminal, new DemoSettings
        {
            Json = parsed.GetValue(json),
            Keep = parsed.GetValue(keep),
            Data = parsed.GetValue(data),
            Output = parsed.GetValue(output),
            Limit = TimeSpan.FromSeconds(parsed.GetValue(limit)),
        }).RunAsync(token));
        return command.WithExamples("gaianode demo", "gaianode demo --json > result.json", "gaianode demo --keep");
    }
}
