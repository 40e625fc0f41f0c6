namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>GET /v1/status</c>: one consistent picture of the node.</summary>
public sealed record NodeStatus
{
    public const string SchemaName = "gaia.status/1";

    public string Schema { get; init; } = SchemaName;

    public required string NodeId { get; init; }

    public required string ShortId { get; init; }

    public required string Version { get; init; }

    public required string Network { get; init; }

    public required string Address { get; init; }

    public required string Api { get; init; }

    public required string Data { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double UptimeSeconds { get; init; }

    /// <summary><c>ok</c> or <c>degraded</c>.</summary>
    public required string Health { get; init; }

    /// <summary>Why the node is degraded and what to do; empty when it is not.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public required BootstrapView Bootstrap { get; init; }

    public required PeerCounts Peers { get; init; }

    /// <summary>Refused connections and messages by reason.</summary>
    public required IReadOnlyDictionary<string, long> Refused { get; init; }

    public required ComputeView Compute { get; init; }

    public required ExchangeView Exchange { get; init; }

    public required IReadOnlyList<TaskStatusView> Tasks { get; init; }
}
