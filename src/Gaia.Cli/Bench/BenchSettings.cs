namespace Gaia.Cli.Bench;

/// <summary>What `gaianode bench worlds` was asked for.</summary>
internal sealed record BenchSettings
{
    public required IReadOnlyList<BenchFigure> Figures { get; init; }

    /// <summary>Measured time of each figure, after a warm-up.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether to measure Gymnasium too.</summary>
    public required bool AgainstGymnasium { get; init; }

    /// <summary>File for the table; null for none.</summary>
    public string? Markdown { get; init; }

    public bool Json { get; init; }
}
