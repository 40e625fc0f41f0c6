namespace Gaia.Protocol.Rejections;

/// <summary>Why the bytes of a peer are refused.</summary>
public enum RejectionReason
{
    /// <summary>Longer than the limit of its kind.</summary>
    TooLarge = 1,

    /// <summary>Not the protobuf message that belongs here, or nested too deeply.</summary>
    Malformed,

    /// <summary>The envelope is not in its one canonical encoding.</summary>
    NotCanonical,

    /// <summary>The signer's key is no point of P-256.</summary>
    BadKey,

    /// <summary>The signature does not verify, or is not in its low form.</summary>
    BadSignature,

    /// <summary>The signer is not the node that the content or the channel names.</summary>
    WrongSigner,

    /// <summary>An identifier does not have 32 bytes, or is all zero.</summary>
    BadId,

    /// <summary>More repeated elements than the limit.</summary>
    TooMany,

    /// <summary>A field is missing, or outside its range.</summary>
    OutOfRange,

    /// <summary>Expired, or issued in the future.</summary>
    Time,

    /// <summary>An enumeration value that this version does not know.</summary>
    UnknownKind,

    /// <summary>The manifest does not pass its own validation.</summary>
    BadManifest,

    /// <summary>A parameter is not finite, or the genome has another length or task than asked for.</summary>
    BadGenome,

    /// <summary>The same element twice in one message.</summary>
    Repeated,

    /// <summary>More of a kind of message, again and again, than its rate allows.</summary>
    TooOften,
}
