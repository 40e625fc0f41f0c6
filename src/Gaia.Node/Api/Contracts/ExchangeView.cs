namespace Gaia.Node.Api.Contracts;

/// <summary>Elites exchanged with peers since the node started.</summary>
public sealed record ExchangeView
{
    public required long Sent { get; init; }

    public required long Accepted { get; init; }

    public required long Rejected { get; init; }

    public required IReadOnlyDictionary<string, long> RejectedByReason { get; init; }

    /// <summary>Nodes whose announced score this node has re-evaluated and found false.</summary>
    public required IReadOnlyList<string> Liars { get; init; }
}
