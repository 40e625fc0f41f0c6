namespace Gaia.Overlay.Peers;

/// <summary>Whether others can reach a node.</summary>
public enum PeerMode
{
    /// <summary>Others can dial it; it stands in routing tables and answers look-ups.</summary>
    Server = 0,

    /// <summary>Nobody can dial it; it dials, and never stands in a routing table.</summary>
    Client = 1,
}
