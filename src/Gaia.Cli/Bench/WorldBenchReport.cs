using System.Text.Json.Serialization;

namespace Gaia.Cli.Bench;

/// <summary>What `gaianode bench worlds --json` prints.</summary>
internal sealed record WorldBenchReport
{
    public string Schema { get; init; } = "gaia.bench.worlds/2";

    /// <summary>Version of this program, with the commit where the build knew it.</summary>
    public required string Version { get; init; }

    /// <summary>When the measurement began, in UTC.</summary>
    public required DateTimeOffset Date { get; init; }

    public required MachineDescription Machine { get; init; }

    /// <summary>Measured time of each figure.</summary>
    public required double Seconds { get; init; }

    public required IReadOnlyList<BenchRow> Results { get; init; }

    /// <summary>Some figures differ in their threads alone.</summary>
    [JsonIgnore]
    public bool HasSeveralThreadCounts => Results.Any(row => row.ThreadsRatio is not null);

    /// <summary>Present with <c>--against gymnasium</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GymnasiumReport? Gymnasium { get; init; }
}
