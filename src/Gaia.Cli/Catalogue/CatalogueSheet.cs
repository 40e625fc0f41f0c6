using System.Collections.Immutable;
using Gaia.Cli.Terminals;
using Gaia.Worlds;
using Gaia.Worlds.Functions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Gaia.Cli.Catalogue;

/// <summary>Everything about one world or one function, its arguments included.</summary>
internal static class CatalogueSheet
{
    private const int NameColumns = 12;

    public static Rows Render(WorldInfo world) => Render(
        world.Id,
        world.Description,
        [
            ("observation", SpaceText.FullObservation(world)),
            ("action", SpaceText.FullAction(world)),
            ("horizon", Numbers.Count(world.HorizonSteps) + " steps"),
            ("solved at", Numbers.Plain(world.SolvedScore) + ", mean return over 100 episodes"),
            ("seeds", world.IsSeeded ? "each seed is an episode of its own" : "every seed is the same episode"),
            ("source", world.Source),
            ("reference", world.Reference),
        ],
        world.Arguments);

    public static Rows Render(FunctionInfo function) => Render(
        $"{function.Id}: {function.Title}",
        function.Description,
        [
            ("objectives", Numbers.Count(function.Objectives) + ", to be minimised"),
            ("variables", FunctionTable.Variables(function)),
            ("box", Box(function.LowerBound, function.UpperBound)),
            ("starts in", Box(function.StartLower, function.StartUpper)),
            ("best value", BestValue(function)),
            ("source", function.Source),
            ("reference", function.Reference),
        ],
        function.Arguments);

    private static string BestValue(FunctionInfo function)
    {
        if (function.Objectives > 1) return "none: a Pareto front";
        string best = function.BestValue is { } value ? Numbers.Plain(value) : "drawn with the instance";
        return $"{best}; found when a value lies within {function.TargetPrecision:R} of it";
    }

    private static string Box(double low, double high) =>
        $"{Numbers.Plain(low)} to {Numbers.Plain(high)} in each variable";

    private static Rows Render(
        string title, string description, (string Name, string Text)[] facts, ImmutableArray<WorldArgument> arguments)
    {
        Grid grid = Columns(new GridColumn { NoWrap = true, Width = NameColumns, Padding = new Padding(0, 0, 1, 0) });
        foreach (var (name, text) in facts) grid.AddRow(new Text(name), new Text(text));
        if (arguments.IsEmpty) grid.AddRow(new Text("arguments"), new Text("none"));
        List<IRenderable> parts = [new Text(title), new Text(description), Text.Empty, grid];
        if (!arguments.IsEmpty) parts.AddRange([new Text("arguments"), Render(arguments)]);
        return new Rows(parts);
    }

    private static Grid Render(ImmutableArray<WorldArgument> arguments)
    {
        Grid grid = Columns(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) });
        foreach (WorldArgument argument in arguments)
        {
            grid.AddRow(
                new Text(argument.Name),
                new Text($"{argument.Range}, default {Numbers.Plain(argument.Default)}. {argument.Description}"));
        }

        return grid;
    }

    private static Grid Columns(GridColumn first)
    {
        Grid grid = new();
        grid.AddColumn(first);
        grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return grid;
    }
}
