using System.Text.Json.Serialization;
using Gaia.Worlds.Functions;

namespace Gaia.Cli.Catalogue;

/// <summary>A function to minimise in JSON.</summary>
internal sealed record FunctionView
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>More than one: a Pareto front instead of a best value.</summary>
    public required int Objectives { get; init; }

    /// <summary>Ends of the box of interest, for every variable.</summary>
    public required double LowerBound { get; init; }

    public required double UpperBound { get; init; }

    /// <summary>Ends of the box in which searches start.</summary>
    public required double StartLower { get; init; }

    public required double StartUpper { get; init; }

    /// <summary>The least value; absent where it depends on the instance or there are several objectives.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BestValue { get; init; }

    /// <summary>How far above the best value a search still counts as having found it.</summary>
    public required double TargetPrecision { get; init; }

    public required string Source { get; init; }

    public required string Reference { get; init; }

    public required string Description { get; init; }

    /// <summary>The number of variables, and the instance where there is more than one.</summary>
    public required IReadOnlyList<ArgumentView> Arguments { get; init; }

    public static FunctionView Of(FunctionInfo function) => new()
    {
        Id = function.Id,
        Title = function.Title,
        Objectives = function.Objectives,
        LowerBound = function.LowerBound,
        UpperBound = function.UpperBound,
        StartLower = function.StartLower,
        StartUpper = function.StartUpper,
        BestValue = function.BestValue,
        TargetPrecision = function.TargetPrecision,
        Source = function.Source,
        Reference = function.Reference,
        Description = function.Description,
        Arguments = [.. function.Arguments.Select(ArgumentView.Of)],
    };
}
