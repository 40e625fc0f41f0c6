using System.Collections.Immutable;

namespace Gaia.Islands.Migration;

/// <summary>Counters of the exchange, for status, metrics and tables. Immutable.</summary>
public sealed record ExchangeSnapshot
{
    /// <summary>Elites that this node has announced.</summary>
    public long Sent { get; init; }

    /// <summary>Elites of others, re-evaluated and found as announced.</summary>
    public long Accepted { get; init; }

    /// <summary>Announcements and elites of others that were refused.</summary>
    public long Rejected { get; init; }

    /// <summary>The same by reason: names of <see cref="AnnouncementReason"/> and <see cref="VerdictKind"/>.</summary>
    public ImmutableSortedDictionary<string, long> RejectedByReason { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Announcements that were in order and of no use here, by <see cref="AnnouncementReason"/>.</summary>
    public ImmutableSortedDictionary<string, long> IgnoredByReason { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Pulls that gave no genome.</summary>
    public long PullsFailed { get; init; }

    /// <summary>Elites under way now.</summary>
    public int Pending { get; init; }

    /// <summary>The tasks that this node takes part in, by id.</summary>
    public ImmutableArray<TaskExchangeRecord> Tasks { get; init; } = [];

    /// <summary>The nodes that were heard of, by id.</summary>
    public ImmutableArray<NodeExchangeRecord> Nodes { get; init; } = [];
}
