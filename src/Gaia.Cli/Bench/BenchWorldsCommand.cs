using System.CommandLine;
using Gaia.Cli.Catalogue;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;
using Gaia.Evaluation;
using Gaia.Worlds;
using Gaia.Worlds.Functions;

namespace Gaia.Cli.Bench;

/// <summary><c>gaianode bench worlds</c>: exact steps a second of every world.</summary>
internal static class BenchWorldsCommand
{
    private const string Gymnasium = "gymnasium";
    private const string BothForms = "both";
    private const double MinimumSeconds = 0.1;
    private const double MaximumSeconds = 600;

    private static readonly string[] Forms =
        [.. Enum.GetValues<EvaluationForm>().Select(Evaluators.NameOf), BothForms];

    public static Command Create(Terminal terminal)
    {
        Command command = new("worlds", "Measure steps and episodes a second of the worlds, on one core by default.");
        Option<string?> world = new("--world")
        {
            Description = "Only this world. Default: every world of Gymnasium.", HelpName = "ID",
        };
        world.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !WorldCatalog.TryFind(token.Value, out _)))
                result.AddError("--world: " + Refusal(token.Value));
        });
        Option<string?> form = new("--form")
        {
            Description = "Form of the worlds: one episode at a time, eight in the lanes of a core, or both.",
            HelpName = string.Join('|', Forms),
            DefaultValueFactory = _ => Evaluators.NameOf(EvaluationForm.Simd),
        };
        form.AcceptOnlyFromAmong(Forms);
        Option<int[]> threads = ThreadCounts.Create();
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
        foreach (Option option in (Option[])[world, form, threads, seconds, against, markdown, json])
            command.Options.Add(option);
        command.SetAction((parsed, token) => new BenchRun(terminal, new BenchSettings
        {
            Figures = Figures(parsed.GetValue(world), parsed.GetValue(form), parsed.GetRequiredValue(threads)),
            Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            AgainstGymnasium = parsed.GetValue(against) is not null,
            Markdown = parsed.GetValue(markdown),
            Json = parsed.GetValue(json),
        }).RunAsync(token));
        return command.WithExamples(
            "gaianode bench worlds",
            "gaianode bench worlds --world CartPole-v1 --json",
            "gaianode bench worlds --form both --threads 1,2",
            "gaianode bench worlds --against gymnasium --markdown worlds-speed.md");
    }

    private static string Refusal(string id) => FunctionCatalog.TryFind(id, out _)
        ? $"'{id}' is a function, not a world: there are no episodes to measure"
        : UnknownWorld.Message(id);

    private static BenchFigure[] Figures(string? only, string? form, int[] threads)
    {
        EvaluationForm[] forms =
        [
            .. Enum.GetValues<EvaluationForm>().Where(one => form is BothForms || Evaluators.NameOf(one) == form),
        ];
        return
        [
            .. WorldCatalog.All
                .Where(world => only is null ? world.Group == WorldGroup.Gymnasium : world.Id == only)
                .SelectMany(world => BenchFigure.Of(world, forms, threads)),
        ];
    }
}
