using Gaia.Evaluation;

namespace Gaia.Cli.Bench;

/// <summary>What `gaianode bench worlds --json` prints.</summary>
internal sealed record WorldBenchReport
{
    public string Schema { get; init; } = "gaia.bench.worlds/1";

    public required MachineDescription Machine { get; init; }

    public required IReadOnlyList<WorldBenchmarkResult> Results { get; init; }
}
