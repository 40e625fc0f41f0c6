using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Train;

/// <summary><c>gaianode train</c>: one island in this process, no network.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("train", "Train on a task in this process alone: one island, no network.");
        Argument<string> task = new("task")
        {
            Description = "Name of a built-in task (lunarlander, cartpole), or a manifest file.",
            DefaultValueFactory = _ => "lunarlander",
        };
        Option<ulong> seed = new("--seed")
        {
            Description = "Names the run: the same seed gives the same run, bit for bit.",
            HelpName = "N",
            DefaultValueFactory = _ => 0,
        };
        Option<int> threads = CommonOptions.Threads();
        Option<long?> evaluations = new("--evaluations")
        {
            Description = "End after the generation that reaches this many episodes. Default: the task's budget.",
            HelpName = "N",
        };
        evaluations.Within(1, long.MaxValue);
        seed.Within(ulong.MinValue, ulong.MaxValue);
        Option<string?> output = new("--output", "-o")
        {
            Description = "File for the best policy. Default: <task>-<elite>.policy.json in the current directory.",
            HelpName = "FILE",
        };
        Option<bool> json = CommonOptions.Json();
        command.Arguments.Add(task);
        foreach (Option option in (Option[])[seed, threads, evaluations, output, json]) command.Options.Add(option);
        command.SetAction((parsed, token) => new TrainRun(terminal, new TrainSettings
        {
            Task = parsed.GetValue(task)!,
            Seed = parsed.GetValue(seed),
            Threads = parsed.GetValue(threads),
            Evaluations = parsed.GetValue(evaluations),
            Output = parsed.GetValue(output),
            Json = parsed.GetValue(json),
        }).RunAsync(token));
        return command.WithExamples("gaianode train lunarlander", "gaianode train cartpole --seed 7 --json");
    }
}
