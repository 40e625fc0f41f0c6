namespace Gaia.Overlay.Peers;

/// <summary>Why a text, or an address of a peer, is no address of a node.</summary>
public enum PeerAddressFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Empty, or longer than <see cref="PeerAddress.MaximumTextLength"/>.</summary>
    Length,

    /// <summary>Does not begin with <c>gaia://</c>.</summary>
    Scheme,

    /// <summary>No <c>id@</c> before the host.</summary>
    MissingId,

    /// <summary>What stands before the <c>@</c> is no node id.</summary>
    Id,

    /// <summary>The host is neither a name, nor IPv4, nor IPv6 in brackets.</summary>
    Host,

    /// <summary>No <c>:port</c> after the host.</summary>
    MissingPort,

    /// <summary>The port is not 1 to 65535.</summary>
    Port,
}
