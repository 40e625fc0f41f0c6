using Gaia.Islands.Elites;

namespace Gaia.Islands.Migration;

/// <summary>Outcome of checking a pulled genome against its announcement.</summary>
public sealed record Verdict
{
    /// <summary>The outcome.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>What was checked.</summary>
    public required EliteAnnouncement Announcement { get; init; }

    /// <summary>The score measured here, in 1e-6 reward units; null where it did not come to an evaluation, or where
    /// the genome's returns make no score.</summary>
    public long? MeasuredMicros { get; init; }

    /// <summary>The genome, when accepted.</summary>
    public float[]? Genome { get; init; }

    /// <summary>Episodes spent on it.</summary>
    public int Episodes { get; init; }

    /// <summary>Environment steps spent on it.</summary>
    public long EnvironmentSteps { get; init; }

    /// <summary>Announced and measured score in one line for a log; the kind alone where nothing was
    /// measured.</summary>
    public string Describe() => Kind is VerdictKind.FalseScore or VerdictKind.Accepted
        ? $"{Kind}: announced {Announcement.ScoreMicros}, measured {MeasuredMicros?.ToString() ?? "none"} micros"
        : Kind.ToString();
}
