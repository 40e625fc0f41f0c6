using System.CommandLine;
using Gaia.Cli.Api;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Status;
using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tasks;

/// <summary><c>gaianode task list</c>.</summary>
internal static class TaskListCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("list", "List the tasks that this node knows.");
        DaemonCommand daemon = new(command, terminal);
        command.SetAction((parsed, token) => daemon.RunAsync(parsed, async client =>
        {
            var answer = await client.GetAsync("/v1/tasks", ApiJson.Default.TasksView, token);
            if (answer.Value is null) return await daemon.FailAsync(answer.Failure!);
            if (daemon.IsJson(parsed)) await terminal.Out.WriteLineAsync(answer.Body);
            else if (answer.Value.Tasks is { Count: > 0 } tasks)
                terminal.Rich.Write(TaskTable.Render(tasks, terminal.Rich.Profile.Width));
            else
                await terminal.Out.WriteLineAsync("No task yet: gaianode task publish lunarlander");
            return ExitCode.Ok;
        }));
        return command.WithExamples("gaianode task list", "gaianode task list --json");
    }
}
