namespace Gaia.Overlay.Bootstrap;

/// <summary>How far a node is on its way into the network.</summary>
public enum BootstrapPhase
{
    /// <summary>Nobody to ask: no bootstrap address, no peer remembered. The first node of a network stays here until
    /// it is dialled.</summary>
    Alone = 0,

    /// <summary>Trying to reach a first peer.</summary>
    Connecting,

    /// <summary>A first link stands; the look-up for the own id runs.</summary>
    LookingUp,

    /// <summary>The look-up for the own id has ended and a link stands.</summary>
    Joined,

    /// <summary>The node had peers and lost all of them; it tries to come back.</summary>
    Isolated,
}
