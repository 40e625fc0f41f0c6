namespace Gaia.Transport.Peers;

/// <summary>Why a dial or a call to a peer came to nothing.</summary>
public enum PeerFailureReason
{
    /// <summary>The host name did not resolve.</summary>
    HostUnknown = 1,

    /// <summary>TCP did not connect: refused, no route.</summary>
    Unreachable,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>No TLS 1.3 came about, or the peer's certificate is refused.</summary>
    Tls,

    /// <summary>Another node answers at that address.</summary>
    ForgedNodeId,

    /// <summary>The node is of another network.</summary>
    WrongNetwork,

    /// <summary>No protocol version in common.</summary>
    WrongProtocol,

    /// <summary>The exchange of records failed.</summary>
    Hello,

    /// <summary>The peer hung up, or refused the call.</summary>
    Refused,

    /// <summary>The peer has no room.</summary>
    Full,

    /// <summary>The peer asks for patience.</summary>
    RateLimited,

    /// <summary>The peer does not have it.</summary>
    NotFound,

    /// <summary>The peer's answer is not valid.</summary>
    BadAnswer,

    /// <summary>Too many failures in a row: no call is made for a while.</summary>
    CircuitOpen,

    /// <summary>The peer's record names no address.</summary>
    NoAddress,

    /// <summary>The caller gave up, or the node shuts down.</summary>
    Cancelled,
}
