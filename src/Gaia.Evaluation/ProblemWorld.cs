using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Gaia.Core.Json;
using Gaia.Core.Results;
using Gaia.Worlds;
using Gaia.Worlds.Functions;

namespace Gaia.Evaluation;

/// <summary>What a problem is set in: a world, or a function of one objective, in which a policy is a point.</summary>
/// <remarks>Worlds and functions share one space of ids, in tasks and in policy files.</remarks>
public sealed class ProblemWorld
{
    /// <summary>What may stand where an id does.</summary>
    public const string AllowedIds = "a world or a function of one objective; " + WhereTheListIs;

    private const string WhereTheListIs = "`gaianode worlds` lists them all";

    private ProblemWorld(WorldInfo? world, FunctionInfo? function)
    {
        World = world;
        Function = function;
    }

    /// <summary>Every id that a problem may have: worlds, then functions.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. WorldCatalog.All.Select(world => world.Id),
        .. FunctionCatalog.All.Where(function => function.Objectives == 1).Select(function => function.Id),
    ];

    /// <summary>The world; null for a function.</summary>
    public WorldInfo? World { get; }

    /// <summary>The function; null for a world.</summary>
    public FunctionInfo? Function { get; }

    /// <summary>The id.</summary>
    public string Id => World?.Id ?? Function!.Id;

    /// <summary>What a task may choose.</summary>
    public ImmutableArray<WorldArgument> Arguments => World?.Arguments ?? Function!.Arguments;

    /// <summary>Every argument at its default.</summary>
    public WorldArguments DefaultArguments => World?.DefaultArguments ?? Function!.DefaultArguments;

    /// <summary>Looks an id up; functions of several objectives are not found.</summary>
    public static bool TryFind(string id, [NotNullWhen(true)] out ProblemWorld? found)
    {
        if (WorldCatalog.TryFind(id, out var world))
            found = new ProblemWorld(world, null);
        else if (FunctionCatalog.TryFind(id, out var function) && function.Objectives == 1)
            found = new ProblemWorld(null, function);
        else
            found = null;
        return found is not null;
    }

    /// <summary>Why an id that <see cref="TryFind"/> does not know is refused, with the ids it may mean.</summary>
    /// <param name="path">Where the id stands.</param>
    /// <param name="id">Any text.</param>
    public static ValidationError Refuse(string path, string id)
    {
        if (FunctionCatalog.TryFind(id, out var function))
        {
            var reason = "no optimizer here searches with more than one yet";
            return new ValidationError(
                path, $"\"{id}\" has {function.Objectives} objectives; {reason}.", AllowedIds);
        }

        var near = NearNames.Of(id, Ids);
        return new ValidationError(
            path,
            $"There is no world \"{JsonPath.Printable(id)}\".",
            near.Count == 0 ? AllowedIds : $"{string.Join(", ", near)}; {WhereTheListIs}");
    }

    /// <inheritdoc cref="WorldInfo.BindArguments"/>
    public Result<WorldArguments> BindArguments(IEnumerable<KeyValuePair<string, double>> named) =>
        World?.BindArguments(named) ?? Function!.BindArguments(named);

    /// <summary>The arguments that are not at their default, by name.</summary>
    /// <param name="arguments">In the order of <see cref="Arguments"/>.</param>
    public ImmutableSortedDictionary<string, double> NameChosen(in WorldArguments arguments)
    {
        var chosen = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (arguments[i] != Arguments[i].Default)
                chosen[Arguments[i].Name] = arguments[i];
        }

        return chosen.ToImmutable();
    }

    /// <summary>Mean return at which it counts as solved.</summary>
    /// <param name="arguments">Each within its range.</param>
    /// <remarks>
    /// A world's own. For a function minus the value that a search has to reach: the target precision above the best
    /// value, or the value of the best point in float32, which genomes are made of, where that is more.
    /// </remarks>
    public double SolvedScore(in WorldArguments arguments)
    {
        if (World is not null)
            return World.SolvedScore;
        var function = FunctionCatalog.Create(Id, in arguments);
        var optimum = function.Optimum!;
        var rounded = function.Evaluate([.. optimum.Point.Select(coordinate => (double)(float)coordinate)]);
        return -Math.Max(optimum.Value + Function!.TargetPrecision, rounded);
    }
}
