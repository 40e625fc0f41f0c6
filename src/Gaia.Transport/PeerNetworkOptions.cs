using Gaia.Protocol.Networks;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;

namespace Gaia.Transport;

/// <summary>Every choice of the transport.</summary>
public sealed record PeerNetworkOptions
{
    /// <summary>The network of this node.</summary>
    public NetworkId Network { get; init; } = NetworkId.Public;

    /// <summary>The protocol versions that this node speaks.</summary>
    public ProtocolRange Protocol { get; init; } = ProtocolRange.Current;

    /// <summary>Connections.</summary>
    public ConnectionLimits Connections { get; init; } = new();

    /// <summary>Calls to peers.</summary>
    public CallLimits Calls { get; init; } = new();

    /// <summary>Calls of peers.</summary>
    public PeerRates Rates { get; init; } = new();

    /// <summary>Life of a channel certificate; the next one is made at half of it.</summary>
    /// <value>Default 30 days, the longest that any node accepts; from 1 hour.</value>
    public TimeSpan CertificateLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>A refusal is logged once in this time for each remote address and reason.</summary>
    /// <value>Default 1 min; 1 s to 1 day.</value>
    public TimeSpan RefusalLogInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Pairs of address and reason that are remembered for that; beyond them refusals are only
    /// counted.</summary>
    /// <value>Default 1,024; 16 to 65,536.</value>
    public int RefusalLogEntries { get; init; } = 1024;

    /// <summary>Every option outside its range, one line each with its key; empty where all is well.</summary>
    public IReadOnlyList<string> Check() => PeerNetworkOptionsCheck.Run(this);
}
