using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Node.Tasks;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Exchange;

/// <summary>One task's elites and counters at one moment.</summary>
internal sealed record TaskSnapshot
{
    public required SignedTask Task { get; init; }

    /// <summary>Ranked elites, best first, then immigrants; all found or re-evaluated here.</summary>
    public required ImmutableArray<Elite> Elites { get; init; }

    /// <summary>Re-scores measured here.</summary>
    public required ImmutableDictionary<EliteId, long> Rescores { get; init; }

    /// <summary>The best elite for which this node found the solved rule to hold.</summary>
    public Elite? Solved { get; init; }

    /// <summary>Elites of this node that were announced.</summary>
    public long Sent { get; init; }

    /// <summary>Elites of others that were found as announced.</summary>
    public long Accepted { get; init; }

    /// <summary>Announcements and elites of others that were refused.</summary>
    public long Rejected { get; init; }

    /// <summary>Episodes of this node on the task; counts on.</summary>
    public required EpisodeMeter Meter { get; init; }

    public TaskId Id => Task.Id;

    public TaskDefinition Definition => Task.Definition;

    public Elite? Best => Elites.IsEmpty ? null : Elites[0];

    /// <summary>The re-score, or null where it was not measured here.</summary>
    public long? RescoreOf(EliteId id) => Rescores.TryGetValue(id, out var micros) ? micros : null;

    /// <summary>True where this node evaluated both sets and the solved rule holds.</summary>
    public bool IsConfirmed(Elite elite) => SolvedRule.IsSolved(Definition, elite.ScoreMicros, RescoreOf(elite.Id));
}
