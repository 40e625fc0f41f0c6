using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.RoutingTable;

/// <summary>A node that has answered.</summary>
internal sealed class Contact(NodeRecord record, DateTimeOffset now)
{
    public NodeId Node => Record.Node;

    public NodeRecord Record { get; private set; } = record;

    /// <summary>When it first answered.</summary>
    public DateTimeOffset Added { get; } = now;

    /// <summary>When it last answered.</summary>
    public DateTimeOffset LastSeen { get; private set; } = now;

    /// <summary>Requests in a row that it left unanswered.</summary>
    public int Failures { get; private set; }

    public void Seen(DateTimeOffset now)
    {
        LastSeen = now;
        Failures = 0;
    }

    public void Failed() => Failures++;

    /// <summary>True where the record was newer and is taken.</summary>
    public bool Update(NodeRecord newer)
    {
        if (!newer.Replaces(Record))
            return false;
        Record = newer;
        return true;
    }
}
