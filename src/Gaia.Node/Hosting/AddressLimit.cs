namespace Gaia.Node.Hosting;

/// <summary>Whether inbound connections are limited for each IP address and subnet.</summary>
public enum AddressLimit
{
    /// <summary>As the transport's options say, but off where the node listens on loopback: there every node has one
    /// address.</summary>
    Auto = 0,

    /// <summary>Limited.</summary>
    On,

    /// <summary>Not limited: for private test networks behind one address.</summary>
    Off,
}
