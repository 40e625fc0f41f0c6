namespace Gaia.Node.Api.Contracts;

/// <summary>A task as this node sees it.</summary>
public sealed record TaskStatusView
{
    public required string TaskId { get; init; }

    public required string Name { get; init; }

    public required string World { get; init; }

    /// <summary><c>running</c>, <c>waiting</c> (for a turn), <c>solved</c>, <c>finished</c> (see
    /// <see cref="EndReason"/>).</summary>
    public required string State { get; init; }

    /// <summary>Why a finished task ended: budget, wall clock, or a generation that fits no turn; null
    /// otherwise.</summary>
    public string? EndReason { get; init; }

    public required string Optimizer { get; init; }

    public required long Generation { get; init; }

    /// <summary>Best mean training return of a member in the last generation, reward units.</summary>
    public double? BestTraining { get; init; }

    /// <summary>Training return of the distribution's mean, where it was measured last.</summary>
    public double? MeanTraining { get; init; }

    public double? Sigma { get; init; }

    /// <summary>Best held-out score in this node's archive.</summary>
    public double? HeldOut { get; init; }

    public EliteView? BestElite { get; init; }

    /// <summary>The best elite for which this node itself found the task's solved rule to hold.</summary>
    public EliteView? SolvedElite { get; init; }

    /// <summary>Episodes run for this task, held-out ones included.</summary>
    public required long Evaluations { get; init; }

    public required long EnvironmentSteps { get; init; }

    /// <summary>Episodes a second over the last ten seconds.</summary>
    public required double EvaluationsPerSecond { get; init; }

    public required long ElitesSent { get; init; }

    public required long ElitesAccepted { get; init; }

    public required long ElitesRejected { get; init; }

    public required int Restarts { get; init; }

    /// <summary>Name of the optimiser's last stop, null before the first.</summary>
    public string? LastStop { get; init; }
}
