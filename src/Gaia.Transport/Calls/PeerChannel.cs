using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Grpc.Client;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Limits;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Wire;
using Polly;

namespace Gaia.Transport.Calls;

/// <summary>The way to one node: one HTTP/2 connection, made when needed, for every call and link to it.</summary>
internal sealed class PeerChannel : IDisposable
{
    private readonly Connector _connector;
    private readonly ConnectionLimits _limits;
    private readonly HttpMessageInvoker _http;
    private readonly GrpcChannel _messages;
    private readonly GrpcChannel _chunks;
    private volatile SecureConnection? _current;
    private SecureConnection? _prepared;
    private ImmutableArray<PeerAddress> _addresses = [];

    public PeerChannel(
        NodeId node, Connector connector, ResiliencePipeline pipeline, ConnectionLimits limits, TimeProvider time)
    {
        Node = node;
        Pipeline = pipeline;
        _connector = connector;
        _limits = limits;
        var handler = GrpcHttpHandler.Create();
        handler.ConnectCallback = async (_, cancellationToken) => await ConnectAsync(cancellationToken);
        handler.KeepAlivePingDelay = limits.KeepAlive;
        handler.KeepAlivePingTimeout = limits.KeepAliveTimeout;
        handler.KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always;
        _http = new HttpMessageInvoker(handler, disposeHandler: true);

        // The name stands for the node, whose addresses change; it is never resolved.
        var name = new Uri($"https://{node.Value.ToBase32()}");
        _messages = Open(name, WireLimits.MessageBytes, time);
        _chunks = Open(name, WireLimits.ChunkMessageBytes, time);
        Discovery = new Discovery.DiscoveryClient(_messages.CreateCallInvoker());
        Gossip = new Gossip.GossipClient(_messages.CreateCallInvoker());
        Tasks = new Tasks.TasksClient(_chunks.CreateCallInvoker());
        Elites = new Elites.ElitesClient(_chunks.CreateCallInvoker());
    }

    public NodeId Node { get; }

    /// <summary>Retries and circuit breaker of calls to this node, and the longest time of one attempt.</summary>
    public ResiliencePipeline Pipeline { get; }

    public Discovery.DiscoveryClient Discovery { get; }

    public Gossip.GossipClient Gossip { get; }

    public Tasks.TasksClient Tasks { get; }

    public Elites.ElitesClient Elites { get; }

    /// <summary>IP address and port of the connection that stands; empty where none does.</summary>
    public string Remote => _current is { Inner.IsClosed: false } current ? current.Remote : "";

    /// <summary>Where the node may be found, from now on.</summary>
    public void Know(ImmutableArray<PeerAddress> addresses)
    {
        if (!addresses.IsDefaultOrEmpty)
            ImmutableInterlocked.InterlockedExchange(ref _addresses, addresses);
    }

    /// <summary>Makes a connection now, where none stands, so that a failure is known by its step.</summary>
    /// <returns>Why there is none; null where there is one.</returns>
    public async Task<PeerFailure?> PrepareAsync(PeerAddress address, CancellationToken cancellationToken)
    {
        if (_current is { Inner.IsClosed: false })
            return null;
        var outcome = await _connector.ConnectAsync(address, cancellationToken);
        if (!outcome.Succeeded)
            return outcome.Failure;
        var unused = Interlocked.Exchange(ref _prepared, outcome.Connection);
        if (unused is not null)
            await unused.Tls.DisposeAsync();
        return null;
    }

    public void Dispose()
    {
        _messages.Dispose();
        _chunks.Dispose();
        _http.Dispose();
        Interlocked.Exchange(ref _prepared, null)?.Tls.Dispose();
    }

    private GrpcChannel Open(Uri name, int maximumBytes, TimeProvider time) => GrpcChannel.ForAddress(
        name,
        _http,
        time,
        new GrpcChannelOptions
        {
            MaxReceiveMessageBytes = maximumBytes,
            MaxSendMessageBytes = WireLimits.MessageBytes,
            DisposeInvoker = false,
        });

    private async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var prepared = Interlocked.Exchange(ref _prepared, null);
        if (prepared is { Inner.IsClosed: false })
        {
            _current = prepared;
            return prepared.Tls;
        }

        var addresses = _addresses;
        var failure = new PeerFailure(
            PeerFailureReason.NoAddress, "the node's record names no address", DialStep.Connecting);
        foreach (var address in addresses.Take(_limits.AddressesTried))
        {
            var outcome = await _connector.ConnectAsync(address, cancellationToken);
            if (outcome.Succeeded)
            {
                _current = outcome.Connection;
                return outcome.Connection.Tls;
            }

            failure = outcome.Failure;
        }

        throw new PeerConnectException(failure);
    }
}
