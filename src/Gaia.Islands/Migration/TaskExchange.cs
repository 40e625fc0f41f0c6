using Gaia.Islands.Elites;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Migration;

/// <summary>The exchange of one task: what was heard, what is under way, what waits to be announced.</summary>
internal sealed class TaskExchange(TaskDefinition task, EliteArchive archive, ExchangeOptions options)
{
    private TokenBucket? _own;
    private Elite? _waiting;
    private long? _lastSentMicros;

    internal EliteArchive Archive => archive;

    internal TaskExchangeRecord Record { get; set; } = new(task.Id);

    internal AnnouncementMemory Memory { get; } = new(options.RememberedAnnouncements);

    internal OriginTable Origins { get; } = new(options);

    internal PendingPulls Pending { get; } = new(options);

    internal bool HasLengthOf(EliteAnnouncement announcement) =>
        announcement.GenomeLength == task.Layout.ParameterCount;

    /// <summary>The answer to an announcement that is new, in form and within its rate.</summary>
    internal (AnnouncementVerb Verb, AnnouncementReason Reason) Weigh(
        EliteAnnouncement announcement, DateTimeOffset now)
    {
        if (archive.Contains(announcement.EliteId) || Pending.Contains(announcement, now))
            return (AnnouncementVerb.Ignore, AnnouncementReason.AlreadyKnown);
        if (!Improves(announcement.ScoreMicros, Origins.BestAccepted(announcement.Origin)))
            return (AnnouncementVerb.Ignore, AnnouncementReason.NoImprovement);
        var entry = archive.Judge(announcement.EliteId, announcement.Origin, announcement.ScoreMicros);
        if (entry == ArchiveEntry.TooWeak)
            return (AnnouncementVerb.Ignore, AnnouncementReason.TooWeak);
        return Pending.TryAdd(announcement, now)
            ? (AnnouncementVerb.Pull, AnnouncementReason.WouldEnter)
            : (AnnouncementVerb.Ignore, AnnouncementReason.Busy);
    }

    /// <summary>Puts an elite of this node in line; the better of two stays.</summary>
    internal void Offer(Elite elite)
    {
        if (_waiting is null || EliteRank.Of(elite).IsBefore(EliteRank.Of(_waiting)))
            _waiting = elite;
    }

    /// <summary>What this node announces now.</summary>
    internal OwnAnnouncement Next(DateTimeOffset now)
    {
        if (_waiting is null)
            return new OwnAnnouncement(OwnAnnouncementKind.Nothing, null);
        if (!Improves(_waiting.ScoreMicros, _lastSentMicros))
        {
            _waiting = null;
            return new OwnAnnouncement(OwnAnnouncementKind.NoImprovement, null);
        }

        var bucket = _own ?? new TokenBucket(options.OwnBurst, options.AnnouncementsPerMinute, now);
        var taken = bucket.TryTake(now, reserve: _waiting.ScoreMicros >= task.SolvedMicros ? 0 : 1);
        _own = bucket;
        if (!taken)
            return new OwnAnnouncement(OwnAnnouncementKind.RateLimited, null);
        var announcement = EliteAnnouncement.Of(_waiting);
        _lastSentMicros = _waiting.ScoreMicros;
        _waiting = null;
        Record = Record with { Sent = Record.Sent + 1 };
        return new OwnAnnouncement(OwnAnnouncementKind.Announce, announcement);
    }

    private bool Improves(long scoreMicros, long? lastMicros)
    {
        if (lastMicros is not { } last)
            return true;
        var reachesFirst = scoreMicros >= task.SolvedMicros && last < task.SolvedMicros;
        return reachesFirst || scoreMicros - last >= options.MinimumImprovementMicros;
    }
}
