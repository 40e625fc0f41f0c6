using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;

namespace Gaia.Protocol.Links;

/// <summary>One frame of a link, checked.</summary>
internal abstract record LinkMessage
{
    private LinkMessage()
    {
    }

    public sealed record Greeting(NodeRecord Record, bool Urgent) : LinkMessage;

    public sealed record Relayed(BroadcastMessage Message) : LinkMessage;

    public sealed record Offered(Inventory Inventory) : LinkMessage;

    public sealed record Farewell(ByeKind Kind, string Text) : LinkMessage;
}

/// <summary>Why the other end hangs up.</summary>
internal enum ByeKind
{
    Unknown = 0,
    Leaving,
    Duplicate,
    Full,
    Refused,
}
