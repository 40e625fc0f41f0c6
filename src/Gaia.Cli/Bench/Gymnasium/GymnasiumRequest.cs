using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Gaia.Cli.Bench.Gymnasium;

/// <summary>What measure.py is asked for.</summary>
internal sealed record GymnasiumRequest
{
    /// <summary>Id for <c>gymnasium.make</c>.</summary>
    public required string Env { get; init; }

    /// <summary>Keyword arguments for <c>gymnasium.make</c>.</summary>
    public required JsonObject Kwargs { get; init; }

    /// <summary><c>random</c>, <c>mlp</c> or <c>heuristic</c>.</summary>
    public required string Workload { get; init; }

    /// <summary>Policy files' objects, for <c>mlp</c>: episode k acts by policy k modulo their number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonArray? Policies { get; init; }

    /// <summary>Seed of the first episode; the following ones count up.</summary>
    public required uint Seed { get; init; }

    /// <summary>Names the random actions.</summary>
    public required uint ActionSeed { get; init; }

    public required double WarmUpSeconds { get; init; }

    public required double Seconds { get; init; }
}
