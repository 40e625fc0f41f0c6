using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Islands.Migration;

/// <summary>How the exchange with one node has gone, since this node started.</summary>
public sealed record NodeExchangeRecord
{
    /// <summary>The other node.</summary>
    public required NodeId Node { get; init; }

    /// <summary>Announcements that came from it.</summary>
    public long Announced { get; init; }

    /// <summary>Elites of its that were re-evaluated here and found as announced.</summary>
    public long Accepted { get; init; }

    /// <summary>Announcements and elites of its that were refused.</summary>
    public long Rejected { get; init; }

    /// <summary>The same by reason: names of <see cref="AnnouncementReason"/> and <see cref="VerdictKind"/>.</summary>
    public ImmutableSortedDictionary<string, long> RejectedByReason { get; init; } =
        ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Offences that are the node's own doing: false scores, wrong genomes served, broken forms.</summary>
    public int Demerits { get; init; }

    /// <summary>The first announcement that proved false, if any: from then on the node's elites are refused.</summary>
    public FalseClaim? FalseClaim { get; init; }
}
