using Gaia.Cli.Terminals;
using Gaia.Worlds.Functions;
using Spectre.Console;

namespace Gaia.Cli.Catalogue;

/// <summary>One row a function.</summary>
internal static class FunctionTable
{
    private static readonly string[] Titles = ["function", "variables", "box", ">best value", "name; source"];

    private static readonly string[] NarrowTitles = ["function", "variables", "box", ">best", "name; source"];

    public static Table Render(IReadOnlyList<FunctionInfo> functions, int columns) => FittingTable.Cropped(
        columns, FittingTable.IsNarrow(columns) ? NarrowTitles : Titles, [.. functions.Select(Row)]);

    /// <summary><c>2..40</c>, and by how many they grow where not by one.</summary>
    internal static string Variables(FunctionInfo function)
    {
        string range = function.MinimumDimension == function.MaximumDimension
            ? Numbers.Plain(function.MinimumDimension)
            : $"{function.MinimumDimension}..{function.MaximumDimension}";
        return function.DimensionStep == 1 ? range : $"{range} by {function.DimensionStep}";
    }

    /// <summary>The least value, or why there is not one of it.</summary>
    internal static string Best(FunctionInfo function) => function switch
    {
        { Objectives: > 1 } => $"{function.Objectives} goals",
        { BestValue: { } best } => Numbers.Plain(best),
        _ => "drawn",
    };

    private static string[] Row(FunctionInfo function) =>
    [
        function.Id,
        Variables(function),
        $"{Numbers.Plain(function.LowerBound)}..{Numbers.Plain(function.UpperBound)}",
        Best(function),
        $"{function.Title}; {function.Source}",
    ];
}
