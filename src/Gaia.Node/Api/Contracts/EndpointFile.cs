namespace Gaia.Node.Api.Contracts;

/// <summary>`endpoint.json` in the data directory of a running node: where its API and its peer port are.</summary>
public sealed record EndpointFile
{
    public const string SchemaName = "gaia.endpoint/1";
    public const string FileName = "endpoint.json";

    public string Schema { get; init; } = SchemaName;

    /// <summary>Base address of the local API, such as <c>http://127.0.0.1:7434</c>.</summary>
    public required string Api { get; init; }

    /// <summary>The node's own peer address, <c>gaia://id@host:port</c>.</summary>
    public required string Address { get; init; }

    public required string NodeId { get; init; }

    public required int Pid { get; init; }
}
