using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gaia.Cli.Catalogue;

/// <summary>Everything about one world, its arguments included.</summary>
internal static class WorldSheet
{
    private const int NameColumns = 12;

    public static Rows Render(WorldInfo world)
    {
        Grid facts = Columns();
        facts.AddRow(Name("observation"), new Text(SpaceText.FullObservation(world)));
        facts.AddRow(Name("action"), new Text(SpaceText.FullAction(world)));
        facts.AddRow(Name("horizon"), new Text(Numbers.Count(world.HorizonSteps) + " steps"));
        facts.AddRow(
            Name("solved at"), new Text(Numbers.Plain(world.SolvedScore) + ", mean return over 100 episodes"));
        facts.AddRow(Name("source"), new Text(world.Source));
        facts.AddRow(Name("reference"), new Text(world.Reference));
        if (world.Arguments.IsEmpty) facts.AddRow(Name("arguments"), new Text("none"));
        List<IRenderable> parts = [new Text(world.Id), new Text(world.Description), Text.Empty, facts];
        if (!world.Arguments.IsEmpty) parts.AddRange([new Text("arguments"), Arguments(world)]);
        return new Rows(parts);
    }

    private static Grid Arguments(WorldInfo world)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        foreach (WorldArgument argument in world.Arguments)
        {
            grid.AddRow(
                new Text(argument.Name),
                new Text($"{argument.Range}, default {Numbers.Plain(argument.Default)}. {argument.Description}"));
        }

        return grid;
    }

    private static Grid Columns()
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn { NoWrap = true, Width = NameColumns, Padding = new Padding(0, 0, 1, 0) });
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return grid;
    }

    private static Text Name(string name) => new(name);
}
