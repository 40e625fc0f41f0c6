using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Links;

/// <summary>A node with which a link stands.</summary>
/// <param name="Link">The link.</param>
/// <param name="Record">The newest record of the node.</param>
/// <param name="Direction">Who dialled.</param>
/// <param name="Address">The address dialled; for an inbound link the first of the record, if any.</param>
/// <param name="Since">When the link came up.</param>
/// <param name="Score">0 and below; see <see cref="Scoring.PeerScoreOptions"/>.</param>
public sealed record ActivePeer(
    LinkId Link,
    NodeRecord Record,
    LinkDirection Direction,
    PeerAddress? Address,
    DateTimeOffset Since,
    double Score)
{
    /// <summary>The node.</summary>
    public NodeId Node => Record.Node;
}
