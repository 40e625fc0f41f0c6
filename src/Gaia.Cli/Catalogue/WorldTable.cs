using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Spectre.Console;

namespace Gaia.Cli.Catalogue;

/// <summary>One row a world.</summary>
internal static class WorldTable
{
    private static readonly string[] Titles = ["world", ">observation", "action", ">horizon", ">solved at", "source"];

    private static readonly string[] NarrowTitles = ["world", ">obs", "action", ">horizon", ">solved", "source"];

    /// <summary>The worlds of one group.</summary>
    public static Table Render(IReadOnlyList<WorldInfo> worlds, int columns)
    {
        string[] titles = FittingTable.IsNarrow(columns) ? NarrowTitles : Titles;
        return FittingTable.Cropped(columns, titles, [.. worlds.Select(Row)]);
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
