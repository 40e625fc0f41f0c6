using System.Collections.Immutable;
using Gaia.Core.Results;

namespace Gaia.Worlds.Functions;

/// <summary>What a task, a table or an optimiser needs to know about a function of the catalog.</summary>
/// <remarks>
/// Every function is to be minimised. A function that literature maximises is turned round; its description says so.
/// </remarks>
public sealed record FunctionInfo
{
    /// <summary>The name of the argument that chooses the number of variables.</summary>
    public const string DimensionName = "dimension";

    /// <summary>The name of the argument that chooses the instance.</summary>
    public const string InstanceName = "instance";

    /// <summary>The id, for example <c>bbob-f8</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name in the literature.</summary>
    public required string Title { get; init; }

    /// <summary>Number of objectives; functions with more than one have a Pareto front instead of an optimum.</summary>
    public int Objectives { get; init; } = 1;

    /// <summary>Variables where none are chosen.</summary>
    public required int DefaultDimension { get; init; }

    /// <summary>Fewest variables.</summary>
    public required int MinimumDimension { get; init; }

    /// <summary>Most variables.</summary>
    public required int MaximumDimension { get; init; }

    /// <summary>The number of variables is a multiple of this.</summary>
    public int DimensionStep { get; init; } = 1;

    /// <summary>Instances are 1 to this; 1 where the function has no instances.</summary>
    public int MaximumInstance { get; init; } = 1;

    /// <summary>Lower end of the box of interest, for every variable unless the description says more.</summary>
    public required double LowerBound { get; init; }

    /// <summary>Upper end of the box of interest.</summary>
    public required double UpperBound { get; init; }

    /// <summary>Lower end of the box in which searches start.</summary>
    public required double StartLower { get; init; }

    /// <summary>Upper end of the box in which searches start.</summary>
    public required double StartUpper { get; init; }

    /// <summary>How far above the best value a search still counts as having found it.</summary>
    public double TargetPrecision { get; init; } = 1e-8;

    /// <summary>The least value; null where it depends on the instance or there are several objectives.</summary>
    public double? BestValue { get; init; }

    /// <summary>Which definition this function equals, and how closely.</summary>
    public required string Source { get; init; }

    /// <summary>Where to read about it: an address, or authors, title and year of a paper.</summary>
    public required string Reference { get; init; }

    /// <summary>One or two sentences for tables and help texts.</summary>
    public required string Description { get; init; }

    /// <summary>What a task may choose: the dimension, and the instance where there is more than one.</summary>
    public ImmutableArray<WorldArgument> Arguments => MaximumInstance == 1
        ? [DimensionArgument]
        : [DimensionArgument, InstanceArgument];

    /// <summary>Every argument at its default.</summary>
    public WorldArguments DefaultArguments => ArgumentBinding.Defaults(Arguments);

    private WorldArgument DimensionArgument =>
        new(DimensionName, DefaultDimension, MinimumDimension, MaximumDimension, "Number of variables.")
        {
            Step = DimensionStep,
        };

    private WorldArgument InstanceArgument =>
        new(InstanceName, 1, 1, MaximumInstance, "Which shift, rotation and offset.") { Step = 1 };

    /// <summary>Whether the function exists with so many variables.</summary>
    public bool AllowsDimension(double dimension) => DimensionArgument.Allows(dimension);

    /// <summary>Whether the function has such an instance.</summary>
    public bool AllowsInstance(double instance) => InstanceArgument.Allows(instance);

    /// <inheritdoc cref="WorldInfo.BindArguments"/>
    public Result<WorldArguments> BindArguments(IEnumerable<KeyValuePair<string, double>> named) =>
        ArgumentBinding.Bind(Id, Arguments, named);
}
