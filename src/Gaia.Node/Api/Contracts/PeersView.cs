namespace Gaia.Node.Api.Contracts;

/// <summary>Answer of <c>GET /v1/peers</c>.</summary>
public sealed record PeersView
{
    public string Schema { get; init; } = "gaia.peers/1";

    public required IReadOnlyList<ActivePeerView> Active { get; init; }

    public required IReadOnlyList<KnownPeerView> Known { get; init; }
}
