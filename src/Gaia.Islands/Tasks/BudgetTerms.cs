namespace Gaia.Islands.Tasks;

/// <summary>What one node may spend on a task.</summary>
public sealed record BudgetTerms
{
    /// <summary>Episodes, held-out ones included. Default 10^6; 1 to 10^12.</summary>
    public long Evaluations { get; init; } = 1_000_000;

    /// <summary>Environment steps; null for no bound of its own. 1 to 10^15.</summary>
    public long? EnvironmentSteps { get; init; }
}
