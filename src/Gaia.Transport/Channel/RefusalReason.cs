namespace Gaia.Transport.Channel;

/// <summary>Why this node refused a connection, a link, a call or a frame.</summary>
public enum RefusalReason
{
    /// <summary>Bytes that are no TLS.</summary>
    NotTls = 1,

    /// <summary>HTTP without TLS.</summary>
    PlainHttp,

    /// <summary>TLS older than 1.3.</summary>
    TlsVersion,

    /// <summary>Any other failure of the TLS handshake.</summary>
    TlsHandshake,

    /// <summary>The handshake took longer than allowed.</summary>
    HandshakeTimeout,

    /// <summary>No certificate.</summary>
    NoCertificate,

    /// <summary>More than the one certificate.</summary>
    ChainLength,

    /// <summary>Not X.509, not P-256, or without a well-formed identity extension.</summary>
    NotGaiaCertificate,

    /// <summary>The certificate is not signed by its own key.</summary>
    SelfSignature,

    /// <summary>Expired, not valid yet, or valid for longer than 30 days.</summary>
    Validity,

    /// <summary>A critical extension that this version does not know.</summary>
    CriticalExtension,

    /// <summary>The identity key did not sign this certificate.</summary>
    IdentitySignature,

    /// <summary>Another node answers than the one that was dialled, or speaks under another's name.</summary>
    ForgedNodeId,

    /// <summary>A node of another network.</summary>
    WrongNetwork,

    /// <summary>No protocol version in common.</summary>
    WrongProtocol,

    /// <summary>All connections are taken.</summary>
    TooManyConnections,

    /// <summary>Too many connections from one IP address.</summary>
    TooManyFromAddress,

    /// <summary>Too many connections from one /24 (IPv6: /48).</summary>
    TooManyFromSubnet,

    /// <summary>All links are taken.</summary>
    TooManyLinks,

    /// <summary>No Hello in time, or something else first.</summary>
    NoHello,

    /// <summary>The Hello's record is refused.</summary>
    BadHello,

    /// <summary>More calls or frames than the peer may send.</summary>
    RateLimit,

    /// <summary>A call or frame whose content is refused.</summary>
    BadContent,
}
