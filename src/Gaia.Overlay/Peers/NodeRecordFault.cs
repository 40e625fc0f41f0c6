namespace Gaia.Overlay.Peers;

/// <summary>Why a node record is refused.</summary>
public enum NodeRecordFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>The id is all zero.</summary>
    Id,

    /// <summary>More than <see cref="NodeRecord.MaximumAddresses"/> addresses.</summary>
    TooManyAddresses,

    /// <summary>An address names another node.</summary>
    ForeignAddress,

    /// <summary>A server without an address.</summary>
    NoAddress,

    /// <summary>It expires before it is issued, or more than <see cref="NodeRecord.MaximumLifetime"/> after.</summary>
    Lifetime,

    /// <summary>Issued further in the future than clocks may differ.</summary>
    FromTheFuture,

    /// <summary>Expired.</summary>
    Expired,

    /// <summary>The protocol range is empty.</summary>
    ProtocolRange,

    /// <summary>A text is too long, or a number is out of range.</summary>
    Capabilities,

    /// <summary>The signed bytes are longer than <see cref="NodeRecord.MaximumSignedBytes"/>.</summary>
    TooLarge,

    /// <summary>Neither server nor client.</summary>
    Mode,
}
