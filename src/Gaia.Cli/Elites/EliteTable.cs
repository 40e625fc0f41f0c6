using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Elites;

/// <summary>One row an elite of a task's archive.</summary>
internal static class EliteTable
{
    public static Table Render(IReadOnlyList<EliteView> elites)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn("elite");
        table.AddColumn(new TableColumn("held-out").RightAligned());
        table.AddColumn(new TableColumn("second 100").RightAligned());
        table.AddColumns("solved", "origin", "source", "optimiser");
        table.AddColumn(new TableColumn("gen").RightAligned());
        table.AddColumn("parents");
        foreach (EliteView elite in elites)
        {
            table.AddRow(
                Numbers.Short(elite.EliteId),
                Numbers.Score(elite.Score),
                Numbers.Score(elite.Rescore),
                elite.Confirmed ? "[green]yes[/]" : "no",
                Numbers.Short(elite.Origin),
                elite.Source,
                Markup.Escape(elite.Optimizer),
                Numbers.Count(elite.Generation),
                string.Join(' ', elite.Parents.Select(Numbers.Short)));
        }

        return table;
    }
}
