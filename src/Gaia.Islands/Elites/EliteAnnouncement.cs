using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Islands.Elites;

/// <summary>What a node says about an elite that it can serve; the signature is the wire's matter.</summary>
public sealed record EliteAnnouncement
{
    /// <summary>The task that the score is for.</summary>
    public required TaskId TaskId { get; init; }

    /// <summary>SHA-256 over layout and parameters.</summary>
    public required EliteId EliteId { get; init; }

    /// <summary>Claimed mean return on the elite's 100 held-out episodes, in 1e-6 reward units.</summary>
    public required long ScoreMicros { get; init; }

    /// <summary>Behaviour niche of the elite; 0 where the task has no niches.</summary>
    public ulong NicheKey { get; init; }

    /// <summary>Elites that it grew from, at most <see cref="Elite.MaxParents"/>.</summary>
    public ImmutableArray<EliteId> Parents { get; init; } = [];

    /// <summary>Number of float32 parameters (not bytes).</summary>
    public required int GenomeLength { get; init; }

    /// <summary>The node that found and scored it, and signs this.</summary>
    public required NodeId Origin { get; init; }

    /// <summary>What a node announces of an elite that it has scored itself.</summary>
    /// <exception cref="ArgumentNullException">No elite.</exception>
    public static EliteAnnouncement Of(Elite elite)
    {
        ArgumentNullException.ThrowIfNull(elite);
        return new EliteAnnouncement
        {
            TaskId = elite.Task,
            EliteId = elite.Id,
            ScoreMicros = elite.ScoreMicros,
            Parents = elite.Parents,
            GenomeLength = elite.Genome.Length,
            Origin = elite.Origin,
        };
    }
}
