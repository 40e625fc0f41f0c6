using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Running;

/// <summary>Everything of an island that changes, besides its optimiser. Immutable: a generation makes the next one.
/// </summary>
internal sealed record IslandState
{
    /// <summary>Generations done, over all restarts.</summary>
    internal long Generation { get; init; }

    /// <summary>Restarts of the optimiser.</summary>
    internal int Restarts { get; init; }

    /// <summary>Episodes run, held-out ones included.</summary>
    internal long Evaluations { get; init; }

    /// <summary>Those of them that were held-out or a re-score.</summary>
    internal long HeldOutEpisodes { get; init; }

    /// <summary>Environment steps taken.</summary>
    internal long EnvironmentSteps { get; init; }

    /// <summary>Best training fitness of a member so far; null before the first generation.</summary>
    internal double? BestFitness { get; init; }

    /// <summary>The best elite that the island found or was given.</summary>
    internal Elite? BestKnown { get; init; }

    /// <summary>The elite that the latest restart from an elite started at.</summary>
    internal EliteId? RestartedFrom { get; init; }

    /// <summary>Evidence for the distribution's mean, since the latest restart.</summary>
    internal EvidenceWindow Evidence { get; init; } = EvidenceWindow.Empty;

    /// <summary>What the next elite grew from.</summary>
    internal Lineage Lineage { get; init; } = Lineage.None;

    /// <summary>Received elites that wait for the next migration, the oldest first.</summary>
    internal ImmutableArray<Elite> Waiting { get; init; } = [];
}
