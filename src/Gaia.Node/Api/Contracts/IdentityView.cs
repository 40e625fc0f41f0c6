namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>GET /v1/id</c>.</summary>
/// <param name="NodeId">Hex id.</param>
/// <param name="ShortId">First eight digits of it.</param>
/// <param name="Address">What others pass to <c>--bootstrap</c>.</param>
/// <param name="Network">Name of the network.</param>
public sealed record IdentityView(string NodeId, string ShortId, string Address, string Network)
{
    public string Schema { get; init; } = "gaia.id/1";
}
