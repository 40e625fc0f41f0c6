using System.CommandLine;
using System.Text.Json;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Elites;
using Gaia.Cli.Status;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tasks;

/// <summary><c>gaianode task show</c>: manifest, state and archive of one task.</summary>
internal static class TaskShowCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(Terminal terminal)
    {
        Command command = new("show", "Show a task's manifest, its state here and its elites, best first.");
        Argument<string> task = new("task") { Description = "Task id, an unambiguous beginning of it, or its name." };
        task.AcceptNonEmpty();
        command.Arguments.Add(task);
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, async client =>
        {
            string path = "/v1/tasks/" + Uri.EscapeDataString(parsed.GetValue(task)!);
            var answer = await client.GetAsync(path, ApiJson.Default.TaskView, token);
            if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
            if (daemon.IsJson(parsed))
            {
                await terminal.Out.WriteLineAsync(answer.Body);
                return ExitCode.Ok;
            }

            await terminal.Out.WriteLineAsync(answer.Value.Manifest.ToJsonString(Indented));
            int columns = terminal.Rich.Profile.Width;
            terminal.Rich.Write(TaskTable.Render([answer.Value.Status], columns));
            terminal.Rich.Write(EliteTable.Render(answer.Value.Elites, columns));
            return ExitCode.Ok;
        }));
        return command.WithExamples("gaianode task show lunarlander", "gaianode task show 3fa2 --json");
    }
}
