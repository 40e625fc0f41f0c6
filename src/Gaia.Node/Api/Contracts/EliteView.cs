namespace Gaia.Node.Api.Contracts;

/// <summary>An elite that this node found or re-evaluated itself.</summary>
public sealed record EliteView
{
    public string Schema { get; init; } = "gaia.elite/1";

    public required string EliteId { get; init; }

    public required string TaskId { get; init; }

    /// <summary>Mean return on the elite's own 100 held-out seeds.</summary>
    public required double Score { get; init; }

    /// <summary>Mean return on a second, independent 100 seeds; null until measured here.</summary>
    public double? Rescore { get; init; }

    /// <summary>This node evaluated both sets and the task's solved rule holds.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>This node found the elite or re-evaluated it; null where the question does not arise.</summary>
    public bool? VerifiedHere { get; init; }

    public required string Origin { get; init; }

    /// <summary><c>local</c> or <c>received</c>.</summary>
    public required string Source { get; init; }

    public required string Optimizer { get; init; }

    public required long Generation { get; init; }

    public required IReadOnlyList<string> Parents { get; init; }

    public required DateTimeOffset Created { get; init; }
}
