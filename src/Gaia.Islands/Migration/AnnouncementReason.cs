namespace Gaia.Islands.Migration;

/// <summary>Why an announcement was answered as it was.</summary>
public enum AnnouncementReason
{
    /// <summary>Pull: it would enter the archive.</summary>
    WouldEnter,

    /// <summary>Ignore: this node does not take part in the task.</summary>
    UnknownTask,

    /// <summary>Ignore: this node's own.</summary>
    Own,

    /// <summary>Ignore: announced before, or in the archive, or under way.</summary>
    AlreadyKnown,

    /// <summary>Ignore: not better enough than what the same origin announced before.</summary>
    NoImprovement,

    /// <summary>Ignore: the archive has no slot for it.</summary>
    TooWeak,

    /// <summary>Ignore: as many elites as allowed are under way.</summary>
    Busy,

    /// <summary>Reject: the genome's length is not that of the task's layout.</summary>
    WrongLength,

    /// <summary>Reject: too many parents, twice the same, or itself.</summary>
    BadParents,

    /// <summary>Reject: a score beyond what scores can be.</summary>
    ScoreOutOfRange,

    /// <summary>Reject: more announcements than a node may make.</summary>
    RateLimited,

    /// <summary>Reject: the origin has announced a score that re-evaluation proved false.</summary>
    ProvenLiar,
}
