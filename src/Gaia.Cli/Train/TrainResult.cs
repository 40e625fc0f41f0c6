namespace Gaia.Cli.Train;

/// <summary>What `gaianode train --json` prints.</summary>
internal sealed record TrainResult
{
    public string Schema { get; init; } = "gaia.train/1";

    public required string Task { get; init; }

    public required string World { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Score and re-score of an elite reach the task's score.</summary>
    public required bool Solved { get; init; }

    public required double Seconds { get; init; }

    public required long Generations { get; init; }

    /// <summary>Episodes, held-out ones included.</summary>
    public required long Evaluations { get; init; }

    public required long EnvironmentSteps { get; init; }

    public required int Restarts { get; init; }

    /// <summary>Mean return of the best elite on its own 100 held-out episodes; null when none was scored.</summary>
    public double? Score { get; init; }

    /// <summary>Mean return on a second, independent 100; null when the score did not reach the task's.</summary>
    public double? Rescore { get; init; }

    public string? EliteId { get; init; }

    public string? Policy { get; init; }
}
