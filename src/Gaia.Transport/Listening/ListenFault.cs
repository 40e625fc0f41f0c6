namespace Gaia.Transport.Listening;

/// <summary>Why a node cannot listen.</summary>
public enum ListenFault
{
    /// <summary>Another program listens there.</summary>
    AddressInUse = 1,

    /// <summary>The address is none of this machine.</summary>
    AddressUnavailable,

    /// <summary>The operating system does not allow it, such as a port below 1024.</summary>
    AccessDenied,

    /// <summary>Anything else the operating system says.</summary>
    Other,
}
