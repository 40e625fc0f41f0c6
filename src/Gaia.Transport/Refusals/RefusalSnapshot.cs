using System.Collections.Immutable;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Refusals;

/// <summary>How often this node refused something, by reason, since it started.</summary>
/// <param name="Counts">Reasons that occurred.</param>
public sealed record RefusalSnapshot(ImmutableSortedDictionary<RefusalReason, long> Counts)
{
    /// <summary>All reasons together.</summary>
    public long Total => Counts.Values.Sum();

    /// <summary>Times of one reason.</summary>
    public long this[RefusalReason reason] => Counts.GetValueOrDefault(reason);
}
