using System.CommandLine;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Terminals;

namespace Gaia.Cli.Tasks;

/// <summary><c>gaianode task</c>: publish, list and show the swarm's tasks.</summary>
internal static class TaskCommand
{
    public static Command Create(Terminal terminal)
    {
        Command command = new("task", "Publish, list and show tasks.")
        {
            TaskPublishCommand.Create(terminal),
            TaskListCommand.Create(terminal),
            TaskShowCommand.Create(terminal),
        };
        return command.WithExamples("gaianode task publish lunarlander", "gaianode task list");
    }
}
