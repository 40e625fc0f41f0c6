namespace Gaia.Cli.Demo;

/// <summary>What `gaianode demo --json` prints.</summary>
internal sealed record DemoResult
{
    public string Schema { get; init; } = "gaia.demo/1";

    public required bool Solved { get; init; }

    /// <summary>Wall time from before the first node was started to the verdict.</summary>
    public required double Seconds { get; init; }

    /// <summary>Episodes run by all nodes, held-out and verifying ones included.</summary>
    public required long Evaluations { get; init; }

    public required long EnvironmentSteps { get; init; }

    /// <summary>Mean return on the elite's own 100 held-out episodes; null when nothing was solved.</summary>
    public double? Score { get; init; }

    /// <summary>Mean return on a second, independent 100.</summary>
    public double? Rescore { get; init; }

    public string? EliteId { get; init; }

    /// <summary>File of the exported policy; null when nothing was solved.</summary>
    public string? Policy { get; init; }

    public required IReadOnlyList<DemoNodeResult> Nodes { get; init; }
}
