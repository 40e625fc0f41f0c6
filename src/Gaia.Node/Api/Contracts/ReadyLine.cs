namespace Gaia.Node.Api.Contracts;

/// <summary>The one line that `gaianode run --json` prints when the node is ready.</summary>
public sealed record ReadyLine
{
    public string Schema { get; init; } = "gaia.ready/1";

    public required string NodeId { get; init; }

    /// <summary>The node's own peer address, <c>gaia://id@host:port</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Base address of the local API.</summary>
    public required string Api { get; init; }

    public required string Data { get; init; }

    public required int Pid { get; init; }
}
