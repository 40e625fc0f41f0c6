using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Status;

/// <summary>One row a task: where its island is and how good its elites are.</summary>
internal static class TaskTable
{
    /// <summary>Columns that a narrow terminal does without.</summary>
    private static readonly string[] Secondary = ["optimiser", ">evals", ">evals/s"];

    public static Table Render(IReadOnlyList<TaskStatusView> tasks, int columns)
    {
        bool narrow = FittingTable.IsNarrow(columns);
        string[] titles =
        [
            "task", "name", "state", "optimiser", ">gen", ">training", ">held-out", ">evals", ">evals/s", ">sent",
            ">acc", ">rej",
        ];
        bool[] shown = [.. titles.Select(title => !narrow || !Secondary.Contains(title, StringComparer.Ordinal))];
        Table table = FittingTable.Create(columns, titles.Where((_, index) => shown[index]));
        foreach (TaskStatusView task in tasks)
        {
            string[] cells =
            [
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
                Numbers.Count(task.ElitesRejected),
            ];
            table.AddRow([.. cells.Where((_, index) => shown[index])]);
        }

        return table;
    }

    private static string State(TaskStatusView task) =>
        task.State is "solved" ? "[green]solved[/]" : Markup.Escape(task.State);
}
