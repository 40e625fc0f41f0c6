using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Islands.Elites;

/// <summary>A genome with the score that this node has measured, and where it came from.</summary>
public sealed record Elite
{
    /// <summary>Most parents that an elite names.</summary>
    public const int MaxParents = 2;

    /// <summary>SHA-256 over layout and parameters.</summary>
    public required EliteId Id { get; init; }

    /// <summary>The task it is scored for.</summary>
    public required TaskId Task { get; init; }

    /// <summary>The parameters, in the layout's order, finite, without -0. Never written to.</summary>
    public required float[] Genome { get; init; }

    /// <summary>Mean return on its 100 held-out episodes, in 1e-6 reward units.</summary>
    public required long ScoreMicros { get; init; }

    /// <summary>Elites that it grew from, at most <see cref="MaxParents"/>; empty for a first one.</summary>
    public required ImmutableArray<EliteId> Parents { get; init; }

    /// <summary>The node whose island found it.</summary>
    public required NodeId Origin { get; init; }

    /// <summary>Type of the optimiser that found it, for example <c>cma_es</c>; empty where the origin did not
    /// say.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Generation of the origin's island; 0 where the origin did not say.</summary>
    public required long Generation { get; init; }

    /// <summary>When this node scored it.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Found here, or received.</summary>
    public required EliteSource Source { get; init; }

    /// <summary>One of <see cref="EliteOperator"/>.</summary>
    public required string OperatorName { get; init; }
}
