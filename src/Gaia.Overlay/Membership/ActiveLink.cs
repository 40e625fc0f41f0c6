using Gaia.Core.Identity;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Membership;

/// <summary>A link that is kept.</summary>
internal sealed class ActiveLink(
    LinkId id, NodeRecord record, LinkDirection direction, PeerAddress? address, DateTimeOffset since)
{
    public LinkId Id => id;

    public NodeId Node => Record.Node;

    public NodeRecord Record { get; private set; } = record;

    public LinkDirection Direction => direction;

    public PeerAddress? Address => address;

    public DateTimeOffset Since => since;

    public void Update(NodeRecord newer)
    {
        if (newer.Replaces(Record))
            Record = newer;
    }
}
