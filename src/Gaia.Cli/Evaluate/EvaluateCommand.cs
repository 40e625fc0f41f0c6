using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Files;
using Gaia.Cli.Terminals;
using Gaia.Core.Results;
using Gaia.Evaluation;
using Gaia.Policies;

namespace Gaia.Cli.Evaluate;

/// <summary><c>gaianode evaluate</c>: scores a policy file on seeds of the user's choice.</summary>
internal static class EvaluateCommand
{
    /// <summary>Seeds that no built-in training or held-out set is named by.</summary>
    private const string DefaultSeeds = "1000000..1000099";

    public static Command Create(Terminal terminal)
    {
        Command command = new("evaluate", "Run a policy file on Gymnasium seeds: the same returns as in Gymnasium.");
        Argument<string> file = new("policy") { Description = "Policy file, as `gaianode export` writes it." };
        Option<string> seeds = new("--seeds")
        {
            Description = "Gymnasium seeds: numbers and ranges with both ends included, such as 1,2,900..999.",
            HelpName = "LIST",
            DefaultValueFactory = _ => DefaultSeeds,
        };
        Option<string?> world = new("--world")
        {
            Description = "Run it in another world that has as many observations and the same kind and number of "
                + "actions. Default: the policy file's.",
            HelpName = "ID",
        };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json();
        command.Arguments.Add(file);
        foreach (Option option in (Option[])[seeds, world, threads, json]) command.Options.Add(option);
        command.SetAction((parsed, token) => RunAsync(
            terminal, parsed.GetValue(file)!, parsed.GetValue(seeds)!, parsed.GetValue(world),
            parsed.GetValue(threads), parsed.GetValue(json), token));
        return command.WithExamples(
            "gaianode evaluate lander.policy.json",
            "gaianode evaluate lander.policy.json --seeds 900000..900099 --json",
            "gaianode evaluate poles.policy.json --world pole-double-no-velocities-starts --seeds 0..624");
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string file, string list, string? world, int threads, bool json, CancellationToken token)
    {
        if (SeedRanges.Parse(list, out string fault) is not { } seeds)
        {
            return await terminal.FailAsync(ExitCode.Usage, "--seeds: " + fault);
        }

        var (bytes, unreadable) = await InputFile.ReadAsync(file, new PolicyFileOptions().MaxBytes, token);
        if (bytes is null) return await terminal.FailAsync(ExitCode.Usage, unreadable!);
        Result<PolicyDocument> document = PolicyFile.Read(bytes);
        string headline = $"'{file}' cannot be evaluated{(world is null ? "" : " in " + world)}:";
        if (world is not null) document = document.Then(policy => WorldChange.Apply(policy, world));
        if (!document.IsOk) return await terminal.FailAsync(ExitCode.Usage, headline, document.Errors);
        // The episodes block a thread of their own; Ctrl-C reaches them through the token.
        Result<PolicySummary> result = await Task.Run(
            () => PolicyEvaluation.Run(document.Value, seeds, threads, token), CancellationToken.None);
        if (!result.IsOk) return await terminal.FailAsync(ExitCode.Usage, headline, result.Errors);
        EvaluationReport report = EvaluationReport.Of(document.Value, result.Value);
        if (json)
        {
            await terminal.Out.WriteLineAsync(
                JsonSerializer.Serialize(report, EvaluationJson.Default.EvaluationReport));
        }
        else
        {
            await terminal.Out.WriteLineAsync(report.Line());
        }

        return ExitCode.Ok;
    }
}
