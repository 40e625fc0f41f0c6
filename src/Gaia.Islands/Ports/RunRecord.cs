using Gaia.Core.Identity;

namespace Gaia.Islands.Ports;

/// <summary>Where a run stands, with what it takes to go on.</summary>
public sealed record RunRecord
{
    /// <summary>The run.</summary>
    public required RunId Run { get; init; }

    /// <summary>The task.</summary>
    public required TaskId Task { get; init; }

    /// <summary>The node that works on it.</summary>
    public required NodeId Node { get; init; }

    /// <summary>Index of the island on that node, 0 for the first.</summary>
    public int Island { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When this state was reached.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Type of the optimiser, for example <c>cma_es</c>.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Generations done, over all restarts of the optimiser.</summary>
    public required long Generation { get; init; }

    /// <summary>Episodes run, held-out ones included.</summary>
    public required long Evaluations { get; init; }

    /// <summary>Environment steps taken.</summary>
    public required long EnvironmentSteps { get; init; }

    /// <summary>Best training fitness seen, in reward units; null before the first generation. Not a score.</summary>
    public double? BestFitness { get; init; }

    /// <summary>Best held-out score known to the island, in 1e-6 reward units; null before the first.</summary>
    public long? ScoreMicros { get; init; }

    /// <summary>The island's snapshot at that generation; empty before the first.</summary>
    public ReadOnlyMemory<byte> Checkpoint { get; init; }
}
