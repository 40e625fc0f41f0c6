using System.Text.Json.Serialization;
using Gaia.Cli.Terminals;
using Gaia.Evaluation;
using Gaia.Policies;
using Gaia.Worlds.Functions;

namespace Gaia.Cli.Evaluate;

/// <summary>What `gaianode evaluate --json` prints.</summary>
internal sealed record EvaluationReport
{
    public string Schema { get; init; } = "gaia.evaluation/1";

    public required string World { get; init; }

    /// <summary>The world's arguments that the policy file chooses; absent where all are at their defaults.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, double>? Arguments { get; init; }

    public required IReadOnlyList<EpisodeReport> Episodes { get; init; }

    public required double Mean { get; init; }

    /// <summary>Population standard deviation, as NumPy's <c>std</c>.</summary>
    public required double Std { get; init; }

    public required double Min { get; init; }

    public required double Max { get; init; }

    /// <summary>The mean reaches the world's solved score.</summary>
    public required bool Solved { get; init; }

    public static EvaluationReport Of(PolicyDocument policy, PolicySummary summary) => new()
    {
        World = summary.World,
        Arguments = policy.Arguments.Count == 0 ? null : policy.Arguments,
        Episodes =
        [
            .. summary.Episodes.Select(episode => new EpisodeReport(
                episode.Seed,
                episode.Result.Return,
                episode.Result.Steps,
                episode.Result.End is EpisodeEnd.Terminated ? "terminated" : "truncated")),
        ],
        Mean = summary.Mean,
        Std = summary.Std,
        Min = summary.Min,
        Max = summary.Max,
        Solved = summary.Solved,
    };

    /// <summary>The summary as a person reads it.</summary>
    public string Line() =>
        $"{World}{Chosen()}: mean {Show(Mean)} +- {Show(Std)} over {Episodes.Count} "
        + $"episode{(Episodes.Count == 1 ? "" : "s")} (min {Show(Min)}, max {Show(Max)}), "
        + $"{(Solved ? "at or above" : "below")} the world's solved score";

    private string Show(double score) =>
        FunctionCatalog.TryFind(World, out _) ? Numbers.Value(score) : Numbers.Exact(score);

    private string Chosen() => Arguments is null
        ? ""
        : $" ({string.Join(", ", Arguments.Select(argument => $"{argument.Key} {Numbers.Plain(argument.Value)}"))})";
}
