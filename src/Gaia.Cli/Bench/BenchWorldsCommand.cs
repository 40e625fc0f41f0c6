using System.CommandLine;
using Gaia.Cli.Catalogue;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Worlds;

namespace Gaia.Cli.Bench;

/// <summary><c>gaianode bench worlds</c>: exact steps a second of every world.</summary>
internal static class BenchWorldsCommand
{
    private const string Gymnasium = "gymnasium";
    private const double MinimumSeconds = 0.1;
    private const double MaximumSeconds = 600;

    public static Command Create(Terminal terminal)
    {
        Command command = new("worlds", "Measure steps and episodes a second of the worlds, on one core by default.");
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
            Description = "Measured time of each figure.", HelpName = "S", DefaultValueFactory = _ => 3,
        };
        seconds.Within(MinimumSeconds, MaximumSeconds);
        Option<string?> against = new("--against")
        {
            Description = "Run the same work in a Python with Gymnasium, if there is one on PATH, and print ratios.",
            HelpName = Gymnasium,
        };
        against.AcceptOnlyFromAmong(Gymnasium);
        Option<string?> markdown = new("--markdown")
        {
            Description = "Also write the table to this file, as a page of Markdown.", HelpName = "FILE",
        };
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (Option[])[world, threads, seconds, against, markdown, json])
            command.Options.Add(option);
        command.SetAction((parsed, token) => new BenchRun(terminal, new BenchSettings
        {
            Figures = Figures(parsed.GetValue(world)),
            Threads = parsed.GetValue(threads),
            Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            AgainstGymnasium = parsed.GetValue(against) is not null,
            Markdown = parsed.GetValue(markdown),
            Json = parsed.GetValue(json),
        }).RunAsync(token));
        return command.WithExamples(
            "gaianode bench worlds",
            "gaianode bench worlds --world CartPole-v1 --json",
            "gaianode bench worlds --against gymnasium --markdown worlds-speed.md");
    }

    private static BenchFigure[] Figures(string? only) =>
    [
        .. from world in WorldCatalog.All
           where only is null || world.Id == only
           select new BenchFigure(world, "random", "scalar"),
    ];
}
