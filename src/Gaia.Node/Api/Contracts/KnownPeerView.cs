namespace Gaia.Node.Api.Contracts;

/// <summary>A peer in the routing table.</summary>
public sealed record KnownPeerView(string NodeId, string Address);
