namespace Gaia.Transport.Limits;

/// <summary>How many connections this node accepts and makes, and how long each step may take.</summary>
/// <remarks>swarm.md sections 4 and 9.</remarks>
public sealed record ConnectionLimits
{
    /// <summary>Inbound connections at once, those in their handshake included.</summary>
    /// <value>Default 256; 1 to 65,536.</value>
    public int Maximum { get; init; } = 256;

    /// <summary>Inbound connections from one IP address.</summary>
    /// <value>Default 8; 1 to 65,536.</value>
    public int PerAddress { get; init; } = 8;

    /// <summary>Inbound connections from one /24 (IPv6: /48).</summary>
    /// <value>Default 32; 1 to 65,536.</value>
    public int PerSubnet { get; init; } = 32;

    /// <summary>Whether <see cref="PerAddress"/> and <see cref="PerSubnet"/> hold.</summary>
    /// <value>Default true. Off for loopback and private test networks, where all nodes share an address.</value>
    public bool LimitAddresses { get; init; } = true;

    /// <summary>Calls at once on one connection.</summary>
    /// <value>Default 100; 4 to 1,000.</value>
    public int StreamsPerConnection { get; init; } = 100;

    /// <summary>Links at once, both directions.</summary>
    /// <value>Default 64; 1 to 4,096. The overlay keeps about 8; the rest is room for those that it turns away.</value>
    public int Links { get; init; } = 64;

    /// <summary>Nodes to which connections are held at once.</summary>
    /// <value>Default 256; 8 to 65,536. The one idle for longest is closed to make room.</value>
    public int Channels { get; init; } = 256;

    /// <summary>Addresses of one record that are tried.</summary>
    /// <value>Default 3; 1 to 8.</value>
    public int AddressesTried { get; init; } = 3;

    /// <summary>Time for name resolution and TCP.</summary>
    /// <value>Default 5 s; 0.1 to 60 s.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for the TLS handshake, from the first byte awaited to the last.</summary>
    /// <value>Default 5 s; 0.1 to 60 s.</value>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for the exchange of records.</summary>
    /// <value>Default 5 s; 0.1 to 60 s.</value>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Silence after which a connection is pinged (HTTP/2 PING, both ends).</summary>
    /// <value>Default 20 s; 1 to 600 s.</value>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time for the answer to such a ping, after which the connection is dead.</summary>
    /// <value>Default 20 s; 1 to 600 s.</value>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time after which a connection without calls is closed.</summary>
    /// <value>Default 2 min; 1 s to 1 h.</value>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);
}
