using Gaia.Core.Identity;

namespace Gaia.Islands.Elites;

/// <summary>Where an elite stands: higher score first, then the lower id, so that the order is total and no clock's.
/// </summary>
internal readonly record struct EliteRank(long ScoreMicros, EliteId Id)
{
    /// <summary>The rank of an elite.</summary>
    internal static EliteRank Of(Elite elite) => new(elite.ScoreMicros, elite.Id);

    /// <summary>True where this stands before the other; of two different elites exactly one does.</summary>
    internal bool IsBefore(EliteRank other) =>
        ScoreMicros != other.ScoreMicros ? ScoreMicros > other.ScoreMicros : Id.CompareTo(other.Id) < 0;
}
