using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Demo;

/// <summary>The live table: one row a node.</summary>
internal static class DemoTable
{
    private static readonly string[] Titles =
    [
        "node", ">peers", "optimiser", ">gen", ">training", ">held-out", ">evals/s", ">sent", ">accepted", ">rejected",
    ];

    public static Table Render(IReadOnlyList<DemoNodeView> nodes, string caption, int columns)
    {
        Table table = FittingTable.Create(columns, Titles).Caption(Markup.Escape(caption));
        foreach (DemoNodeView node in nodes) table.AddRow([.. Cells(node).Select(Markup.Escape)]);
        return table;
    }

    /// <summary>The same facts as one plain line, for logs and pipes.</summary>
    public static string Line(DemoNodeView node)
    {
        string[] cells = Cells(node);
        return string.Join("  ", Titles.Zip(cells, (title, cell) => $"{title.TrimStart('>')} {cell}"));
    }

    private static string[] Cells(DemoNodeView node)
    {
        TaskStatusView? task = node.Task?.Status;
        return
        [
            Numbers.Short(node.NodeId),
            node.Status is { } status ? Numbers.Count(status.Peers.Active) : "-",
            task?.Optimizer ?? "-",
            task is null ? "-" : Numbers.Count(task.Generation),
            Numbers.Score(task?.BestTraining),
            Numbers.Score(task?.HeldOut),
            task is null ? "-" : Numbers.Rate(task.EvaluationsPerSecond),
            task is null ? "-" : Numbers.Count(task.ElitesSent),
            task is null ? "-" : Numbers.Count(task.ElitesAccepted),
            task is null ? "-" : Numbers.Count(task.ElitesRejected),
        ];
    }
}
