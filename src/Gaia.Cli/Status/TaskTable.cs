using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Status;

/// <summary>One row a task: where its island is and how good its elites are.</summary>
internal static class TaskTable
{
    public static Table Render(IReadOnlyList<TaskStatusView> tasks)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string name in (string[])["task", "name", "state", "optimiser"]) table.AddColumn(name);
        foreach (string name in (string[])["gen", "training", "held-out", "evals", "evals/s", "sent", "acc", "rej"])
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (TaskStatusView task in tasks)
        {
            table.AddRow(
                Markup.Escape(Numbers.Short(task.TaskId)),
                Markup.Escape(task.Name),
                State(task),
                Markup.Escape(task.Optimizer),
                Numbers.Count(task.Generation),
                Numbers.Score(task.BestTraining),
                Numbers.Score(task.HeldOut),
                Numbers.Count(task.Evaluations),
                Numbers.Rate(task.EvaluationsPerSecond),
                Numbers.Count(task.ElitesSent),
                Numbers.Count(task.ElitesAccepted),
                Numbers.Count(task.ElitesRejected));
        }

        return table;
    }

    private static string State(TaskStatusView task) =>
        task.State is "solved" ? "[green]solved[/]" : Markup.Escape(task.State);
}
