using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Spectre.Console;

namespace Gaia.Cli.Catalogue;

/// <summary>One row a world.</summary>
internal static class WorldTable
{
    private static readonly string[] Titles = ["world", ">observation", "action", ">horizon", ">solved at", "source"];

    /// <summary>The worlds of one group.</summary>
    public static Table Render(IReadOnlyList<WorldInfo> worlds, int columns)
    {
        Table table = FittingTable.Create(columns, Titles);
        string[][] rows = [.. worlds.Select(Row)];
        int room = FittingTable.RoomForLast(columns, Titles, rows);
        foreach (string[] row in rows)
        {
            row[^1] = FittingTable.Crop(row[^1], room);
            table.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return table;
    }

    private static string[] Row(WorldInfo world) =>
    [
        world.Id,
        Numbers.Count(world.ObservationSize),
        SpaceText.Action(world),
        Numbers.Count(world.HorizonSteps),
        Numbers.Plain(world.SolvedScore),
        world.Source,
    ];
}
