namespace Gaia.Islands.Tasks;

/// <summary>How claims of work are audited.</summary>
public sealed record AuditTerms
{
    /// <summary>Audits that a claim can expect. Default 1; 0 to 10.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Evaluations that one audit repeats. Default 10; 1 to 1,000.</summary>
    public int Samples { get; init; } = 10;
}
