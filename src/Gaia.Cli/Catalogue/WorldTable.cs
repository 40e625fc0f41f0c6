using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Spectre.Console;

namespace Gaia.Cli.Catalogue;

/// <summary>One row a world.</summary>
internal static class WorldTable
{
    private static readonly string[] Titles = ["world", ">observation", "action", ">horizon", ">solved at", "source"];

    private static readonly string[] NarrowTitles = ["world", ">obs", "action", ">horizon", ">solved", "description"];

    /// <summary>The worlds of one group.</summary>
    public static Table Render(IReadOnlyList<WorldInfo> worlds, int columns)
    {
        // The sources of a group begin alike: where only the beginning has room, what a world is says more.
        bool isNarrow = FittingTable.IsNarrow(columns);
        return FittingTable.Cropped(
            columns,
            isNarrow ? NarrowTitles : Titles,
            [.. worlds.Select(world => Row(world, isNarrow ? world.Description : world.Source))]);
    }

    private static string[] Row(WorldInfo world, string last) =>
    [
        world.Id,
        Numbers.Count(world.ObservationSize),
        SpaceText.Action(world),
        Numbers.Count(world.HorizonSteps),
        Numbers.Plain(world.SolvedScore),
        last,
    ];
}
