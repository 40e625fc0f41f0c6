namespace Gaia.Node.Api.Contracts;

/// <summary>Linked peers, and peers known by their signed records.</summary>
public sealed record PeerCounts(int Active, int Known);
