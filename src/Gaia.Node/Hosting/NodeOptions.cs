using System.Collections.Immutable;
using System.Net;
using Gaia.Islands.Elites;
using Gaia.Islands.Migration;
using Gaia.Islands.Running;
using Gaia.Overlay;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Transport;

namespace Gaia.Node.Hosting;

/// <summary>Everything that a node can be told at its start. Made by <see cref="NodeOptionsReader"/>.</summary>
public sealed record NodeOptions
{
    /// <summary>Default of <see cref="Listen"/>.</summary>
    public const string DefaultListen = "0.0.0.0:7435";

    /// <summary>Default of <see cref="Api"/>.</summary>
    public const string DefaultApi = "127.0.0.1:7434";

    /// <summary>Directory of identity, store and token; an absolute path.</summary>
    public required string Data { get; init; }

    /// <summary>Where peers reach this node; port 0 is any free port.</summary>
    public required IPEndPoint Listen { get; init; }

    /// <summary>Where the local API listens: a loopback address; port 0 is any free port.</summary>
    public required IPEndPoint Api { get; init; }

    /// <summary>Peers to ask first.</summary>
    public ImmutableArray<PeerAddress> Bootstrap { get; init; } = [];

    /// <summary>Name of the network.</summary>
    public string Network { get; init; } = NetworkId.PublicName;

    /// <summary>Evaluation threads, 1 to 1,024.</summary>
    public required int Threads { get; init; }

    /// <summary>Host that others are told when the node listens on every address; null to choose one.</summary>
    public string? Advertise { get; init; }

    /// <summary>Whether connections from one IP address or subnet are limited.</summary>
    /// <value>Default <see cref="AddressLimit.Auto"/>.</value>
    public AddressLimit LimitAddresses { get; init; } = AddressLimit.Auto;

    /// <summary>Bounds and periods of the node's own loops.</summary>
    public NodeLimits Limits { get; init; } = new();

    /// <summary>Options of the overlay.</summary>
    public OverlayOptions Overlay { get; init; } = OverlayOptions.Default;

    /// <summary>Options of the transport; its network is replaced by <see cref="Network"/>, its limit of addresses by
    /// <see cref="LimitAddresses"/>.</summary>
    public PeerNetworkOptions Transport { get; init; } = new();

    /// <summary>Options of the exchange of elites.</summary>
    public ExchangeOptions Exchange { get; init; } = new();

    /// <summary>Options of every archive.</summary>
    public ArchiveOptions Archive { get; init; } = new();

    /// <summary>Options of every island.</summary>
    public IslandOptions Island { get; init; } = new();

    /// <summary>The transport's options with what this record says of them.</summary>
    internal PeerNetworkOptions ResolvedTransport() => Transport with
    {
        Network = NetworkId.FromName(Network),
        Connections = Transport.Connections with
        {
            LimitAddresses = LimitAddresses switch
            {
                AddressLimit.On => true,
                AddressLimit.Off => false,
                _ => Transport.Connections.LimitAddresses && !IPAddress.IsLoopback(Listen.Address),
            },
        },
    };
}
