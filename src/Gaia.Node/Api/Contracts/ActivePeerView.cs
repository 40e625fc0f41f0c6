namespace Gaia.Node.Api.Contracts;

/// <summary>A peer that this node has a link to.</summary>
/// <param name="NodeId">Hex id.</param>
/// <param name="Address">Peer address.</param>
/// <param name="Direction"><c>inbound</c> or <c>outbound</c>.</param>
/// <param name="ConnectedSeconds">Age of the link.</param>
public sealed record ActivePeerView(string NodeId, string Address, string Direction, double ConnectedSeconds);
