using Gaia.Cli.Terminals;
using Gaia.Node.Api.Contracts;
using Spectre.Console;

namespace Gaia.Cli.Elites;

/// <summary>One row an elite of a task's archive.</summary>
internal static class EliteTable
{
    public static Table Render(IReadOnlyList<EliteView> elites, int columns)
    {
        Table table = FittingTable.Create(
            columns, "elite", ">held-out", ">second 100", "solved", "origin", "source", "optimiser", ">gen", "parents");
        foreach (EliteView elite in elites)
        {
            table.AddRow(
                Markup.Escape(Numbers.Short(elite.EliteId)),
                Numbers.Score(elite.Score),
                Numbers.Score(elite.Rescore),
                elite.Confirmed ? "[green]yes[/]" : "no",
                Markup.Escape(Numbers.Short(elite.Origin)),
                Markup.Escape(elite.Source),
                Markup.Escape(elite.Optimizer),
                Numbers.Count(elite.Generation),
                Markup.Escape(string.Join(' ', elite.Parents.Select(Numbers.Short))));
        }

        return table;
    }
}
