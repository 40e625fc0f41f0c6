using System.Text.Json.Serialization;
using Gaia.Cli.Bench.Gymnasium;

namespace Gaia.Cli.Bench;

/// <summary>One figure: a world under a workload in one form, beside Gymnasium's where that was asked for.</summary>
internal sealed record BenchRow
{
    public required string World { get; init; }

    /// <summary><c>random</c> actions, 16-unit networks (<c>mlp</c>), or the world's own <c>heuristic</c>.</summary>
    public required string Workload { get; init; }

    /// <summary><c>scalar</c> or <c>simd</c>.</summary>
    public required string Form { get; init; }

    public required int Threads { get; init; }

    /// <summary>Steps a second over those of the same figure with the fewest threads; absent in that figure itself.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? ThreadsRatio { get; init; }

    public required double StepsPerSecond { get; init; }

    public required double EpisodesPerSecond { get; init; }

    /// <summary>The same workload in Gymnasium, in as many processes as we had threads.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GymnasiumRate? Gymnasium { get; init; }

    /// <summary>Our steps a second over Gymnasium's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? StepsRatio => Ratio(StepsPerSecond, Gymnasium?.StepsPerSecond);

    /// <summary>Our episodes a second over Gymnasium's; absent where Gymnasium ended none in its time.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? EpisodesRatio => Ratio(EpisodesPerSecond, Gymnasium?.EpisodesPerSecond);

    /// <summary>What <see cref="ThreadsRatio"/> is among the rows before this one.</summary>
    public double? OverFewestThreads(IEnumerable<BenchRow> before) => Ratio(StepsPerSecond, before
        .Where(row => row.World == World && row.Workload == Workload && row.Form == Form)
        .MinBy(row => row.Threads)?.StepsPerSecond);

    private static double? Ratio(double ours, double? theirs) => theirs > 0 ? ours / theirs : null;
}
