using Gaia.Overlay.Links;
using Gaia.Protocol.Links;

namespace Gaia.Transport.Links;

/// <summary>The last words of this end.</summary>
internal sealed record LinkFarewell(ByeKind Kind, string Text)
{
    public static LinkFarewell Of(LinkCloseReason reason) => reason switch
    {
        LinkCloseReason.Stopping => new(ByeKind.Leaving, "the node shuts down"),
        LinkCloseReason.Duplicate => new(ByeKind.Duplicate, "another link joins the same nodes"),
        LinkCloseReason.Self => new(ByeKind.Duplicate, "the node dialled itself"),
        LinkCloseReason.Full => new(ByeKind.Full, "no room for another peer"),
        LinkCloseReason.Displaced => new(ByeKind.Full, "room was made for a node without a peer"),
        LinkCloseReason.BadRecord => new(ByeKind.Refused, "the record breaks a rule"),
        LinkCloseReason.Misbehaved => new(ByeKind.Refused, "too many offences"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason to close a link."),
    };
}
