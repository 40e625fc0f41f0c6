namespace Gaia.Node.Tasks;

/// <summary>What readers see of an island.</summary>
internal sealed record IslandSnapshot
{
    public required IslandPhase Phase { get; init; }

    /// <summary>Why the task ended here without a solution; null where it did not.</summary>
    public string? EndReason { get; init; }

    /// <summary>Type of the optimiser.</summary>
    public required string Optimizer { get; init; }

    /// <summary>Generations done.</summary>
    public required long Generation { get; init; }

    /// <summary>Best training fitness of a member in the last generation; null before the first.</summary>
    public double? BestTraining { get; init; }

    /// <summary>Training fitness of the distribution's mean where it was measured last.</summary>
    public double? MeanTraining { get; init; }

    /// <summary>Step size of the last generation.</summary>
    public double? Sigma { get; init; }

    /// <summary>Restarts of the optimiser.</summary>
    public int Restarts { get; init; }

    /// <summary>Name of the optimiser's last stop in this process; null before the first.</summary>
    public string? LastStop { get; init; }
}
