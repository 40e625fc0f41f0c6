using System.Collections.Immutable;
using Gaia.Core.Results;

namespace Gaia.Worlds;

/// <summary>What a policy, a task or a table needs to know about a world.</summary>
public sealed record WorldInfo
{
    /// <summary>The Gymnasium id, for example <c>LunarLander-v3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The part of the catalogue that it stands in.</summary>
    public required WorldGroup Group { get; init; }

    /// <summary>Number of float32 values in an observation.</summary>
    public required int ObservationSize { get; init; }

    /// <summary>[ObservationSize]: the range that the source states for each value. It is a fact about the source,
    /// not a promise: Gymnasium's own worlds leave theirs now and then.</summary>
    public required ImmutableArray<ValueRange> ObservationBounds { get; init; }

    /// <summary>How actions are read.</summary>
    public required ActionKind ActionKind { get; init; }

    /// <summary>Number of choices of a discrete world; number of components of a continuous one.</summary>
    public required int ActionSize { get; init; }

    /// <summary>[ActionSize]: the range of each component of a continuous action; empty for a discrete world.</summary>
    public ImmutableArray<ValueRange> ActionBounds { get; init; } = [];

    /// <summary>Steps after which an episode is truncated: Gymnasium's TimeLimit.</summary>
    public required int HorizonSteps { get; init; }

    /// <summary>Whether the seed decides anything; where not, one episode of a policy tells its score.</summary>
    public bool IsSeeded { get; init; } = true;

    /// <summary>Mean return over 100 episodes at which the world counts as solved.</summary>
    public required double SolvedScore { get; init; }

    /// <summary>Which implementation this world equals bit for bit.</summary>
    public required string Source { get; init; }

    /// <summary>Where to read about it: an address, or authors, title and year of a paper.</summary>
    public required string Reference { get; init; }

    /// <summary>One sentence for tables and help texts.</summary>
    public required string Description { get; init; }

    /// <summary>What a task may choose; empty for most worlds, at most <see cref="WorldArguments.Capacity"/>.</summary>
    public ImmutableArray<WorldArgument> Arguments { get; init; } = [];

    /// <summary>Every argument at its default.</summary>
    public WorldArguments DefaultArguments => ArgumentBinding.Defaults(Arguments);

    /// <summary>Values for every argument: the named ones as given, the others at their defaults.</summary>
    /// <param name="named">What a user chose, by name.</param>
    /// <returns>The values; or every name that the world does not have or that comes twice, and every value out of
    /// its range, each with what is allowed. Paths are those of a policy file.</returns>
    public Result<WorldArguments> BindArguments(IEnumerable<KeyValuePair<string, double>> named) =>
        ArgumentBinding.Bind(Id, Arguments, named);

    /// <summary>Whether an episode that has gone on for so many steps has used up its horizon.</summary>
    /// <param name="steps">Steps since Reset, the one just made included.</param>
    /// <remarks>
    /// As in Gymnasium's TimeLimit, whatever the world's own rule says of that step: where both hold, the flags are
    /// both set, and the episode counts as terminated.
    /// </remarks>
    public bool IsTruncatedAt(int steps) => steps >= HorizonSteps;
}
