using Gaia.Islands.Elites;
using Gaia.Optimizers;

namespace Gaia.Islands.Running;

/// <summary>What one generation of an island did.</summary>
public sealed record GenerationReport
{
    /// <summary>Generations done with this one, over all restarts of the optimiser.</summary>
    public required long Generation { get; init; }

    /// <summary>Type of the optimiser.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Best training fitness of a member, in reward units. Training seeds, best of many: never a
    /// score.</summary>
    public required double BestFitness { get; init; }

    /// <summary>Mean training fitness of the members, in reward units.</summary>
    public required double MemberFitness { get; init; }

    /// <summary>Training fitness of the distribution's mean on the same seeds; null where it was not due.</summary>
    public double? MeanFitness { get; init; }

    /// <summary>Step size that the members were drawn with.</summary>
    public required double Sigma { get; init; }

    /// <summary>Episodes of this generation, held-out and re-score ones included.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Environment steps of those episodes.</summary>
    public required long EnvironmentSteps { get; init; }

    /// <summary>An elite better than any that the island knew; null mostly.</summary>
    public Elite? NewElite { get; init; }

    /// <summary>Mean return of the new elite on its second set of episodes, in 1e-6 reward units; null where its score
    /// did not reach the task's.</summary>
    public long? RescoreMicros { get; init; }

    /// <summary>True where the new elite solves the task: score and re-score reach the task's.</summary>
    public bool Solved { get; init; }

    /// <summary>Why the optimiser stopped after this generation and was restarted; null mostly.</summary>
    public StopReason? Stop { get; init; }

    /// <summary>Restarts of the optimiser so far.</summary>
    public int Restarts { get; init; }
}
