using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Policies;

namespace Gaia.Islands.Migration;

/// <summary>Checks a pulled genome against its announcement by re-evaluating it.</summary>
/// <remarks>
/// Scores must be equal to the last micro: both nodes run the same episodes with the same arithmetic. Stateless but for
/// its scorer, so it can run beside the loop that owns the exchange; one call at a time.
/// </remarks>
public sealed class EliteVerifier
{
    private readonly TaskDefinition _task;
    private readonly EliteScorer _scorer;

    /// <summary>A verifier of one task.</summary>
    public EliteVerifier(TaskDefinition task, EliteScorer scorer)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(scorer);
        _task = task;
        _scorer = scorer;
    }

    /// <summary>Gives the verdict on bytes that a peer served.</summary>
    /// <param name="announcement">What was announced; of this verifier's task.</param>
    /// <param name="genomeBytes">Little-endian float32, as served: anything at all.</param>
    /// <param name="cancellationToken">Cancels the re-evaluation.</param>
    /// <exception cref="ArgumentException">The announcement is of another task.</exception>
    public Verdict Verify(
        EliteAnnouncement announcement, ReadOnlySpan<byte> genomeBytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (announcement.TaskId != _task.Id)
            throw new ArgumentException("The announcement is of another task.", nameof(announcement));
        if (genomeBytes.Length != _task.Layout.ParameterCount * sizeof(float))
            return new Verdict { Kind = VerdictKind.WrongLength, Announcement = announcement };
        if (!Genome.TryFromBytes(_task.Layout, genomeBytes, out var genome))
            return new Verdict { Kind = VerdictKind.NotFinite, Announcement = announcement };
        if (Genome.IdOf(_task.Layout, genome) != announcement.EliteId)
            return new Verdict { Kind = VerdictKind.WrongId, Announcement = announcement };
        var measured = _scorer.Score(genome, announcement.EliteId, toBeatMicros: null, cancellationToken);
        var isTrue = measured.ScoreMicros == announcement.ScoreMicros;
        return new Verdict
        {
            Kind = isTrue ? VerdictKind.Accepted : VerdictKind.FalseScore,
            Announcement = announcement,
            MeasuredMicros = measured.ScoreMicros,
            Genome = isTrue ? genome : null,
            Episodes = measured.Episodes,
            EnvironmentSteps = measured.EnvironmentSteps,
        };
    }
}
