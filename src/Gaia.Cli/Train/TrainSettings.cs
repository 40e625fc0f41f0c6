namespace Gaia.Cli.Train;

/// <summary>What `gaianode train` was asked for.</summary>
internal sealed record TrainSettings
{
    /// <summary>Name of a built-in task, or a manifest file.</summary>
    public required string Task { get; init; }

    /// <summary>Names the island's random numbers: same seed, same run, bit for bit.</summary>
    public required ulong Seed { get; init; }

    public required int Threads { get; init; }

    /// <summary>Episodes after which the run ends; null for the task's own budget.</summary>
    public long? Evaluations { get; init; }

    /// <summary>File for the best policy; null for a name after the task and the elite.</summary>
    public string? Output { get; init; }

    public bool Json { get; init; }
}
