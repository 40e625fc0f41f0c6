namespace Gaia.Transport.Identity;

/// <summary>Why an identity file cannot be used.</summary>
public enum IdentityFault
{
    /// <summary>There is no such file.</summary>
    Missing = 1,

    /// <summary>There is one already, and it is never overwritten.</summary>
    Exists,

    /// <summary>Its group or others may read or write it.</summary>
    Permissions,

    /// <summary>It holds no PKCS#8 key of P-256.</summary>
    Malformed,

    /// <summary>The file system refuses.</summary>
    Unusable,
}
