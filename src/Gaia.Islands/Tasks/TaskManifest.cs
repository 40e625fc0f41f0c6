using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Islands.Tasks;

/// <summary>A task as data: what is learned, where, how, and what counts. Never code.</summary>
/// <remarks>
/// Complete: every member that a file may leave out has its default here. Made by <c>ManifestReader</c>, which has
/// checked it; its canonical bytes and id are <c>TaskDefinition</c>'s.
/// </remarks>
public sealed record TaskManifest
{
    /// <summary>The schema that this room reads and writes.</summary>
    public const string SchemaName = "gaia.task/1";

    /// <summary>What the swarm finds belongs to everybody, unless the task says otherwise.</summary>
    public const string DefaultLicence = "CC0-1.0";

    /// <summary>A name for people: 1 to 64 letters, digits, spaces, dots, underscores and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Where policies act.</summary>
    public required WorldTerms World { get; init; }

    /// <summary>The policy's form.</summary>
    public PolicyTerms Policy { get; init; } = new();

    /// <summary>What islands search with: each draws one, by weight.</summary>
    public ImmutableArray<OptimizerTerms> Optimizers { get; init; } = [new OptimizerTerms()];

    /// <summary>What a member of a population is judged by.</summary>
    public FitnessTerms Fitness { get; init; } = new();

    /// <summary>When the task counts as solved.</summary>
    public required SolvedTerms Solved { get; init; }

    /// <summary>How elites move between islands.</summary>
    public MigrationTerms Migration { get; init; } = new();

    /// <summary>How claims of work on this task are audited.</summary>
    public AuditTerms Audit { get; init; } = new();

    /// <summary>What one node may spend.</summary>
    public BudgetTerms Budget { get; init; } = new();

    /// <summary>Bounds on size and time.</summary>
    public LimitTerms Limits { get; init; } = new();

    /// <summary>Makes tasks differ that are equal otherwise: 0 to 2^53 - 1. Seed 0 is a seed.</summary>
    public long Seed { get; init; }

    /// <summary>The node that published the task; null before that.</summary>
    public NodeId? Publisher { get; init; }

    /// <summary>When it was published, in UTC; null before that.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Licence of what the swarm finds, as an SPDX expression.</summary>
    public string Licence { get; init; } = DefaultLicence;
}
