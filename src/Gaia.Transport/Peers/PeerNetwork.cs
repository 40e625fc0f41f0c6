using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Calls;
using Gaia.Transport.Channel;
using Gaia.Transport.Links;
using Gaia.Transport.Listening;
using Gaia.Transport.Refusals;
using Microsoft.Extensions.Logging;

namespace Gaia.Transport.Peers;

/// <inheritdoc cref="IPeerNetwork"/>
public sealed class PeerNetwork : IPeerNetwork
{
    private readonly PeerNetworkOptions _options;
    private readonly TimeProvider _time;
    private readonly RefusalCounters _refusals;
    private readonly PeerChannelPool _pool;
    private readonly PeerRequests _requests;
    private readonly LinkDialler _dialler;
    private readonly LinkHost _links;
    private readonly PeerServerParts _serverParts;
    private readonly CancellationTokenSource _stopping = new();
    private PeerServer? _server;
    private int _listening;
    private int _disposed;

    /// <summary>Makes the network; nothing is opened yet.</summary>
    /// <param name="options">Every choice.</param>
    /// <param name="signer">The identity key of this node.</param>
    /// <param name="handler">What the node does with what peers say.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logs">Where to log.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names all of them.</exception>
    public PeerNetwork(
        PeerNetworkOptions options, ISigner signer, IPeerHandler handler, TimeProvider time, ILoggerFactory logs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(logs);
        if (options.Check() is { Count: > 0 } errors)
            throw new ArgumentException(string.Join(" ", errors), nameof(options));
        _options = options;
        _time = time;
        var logger = logs.CreateLogger("Gaia.Transport");
        _refusals = new RefusalCounters(options, time, logger);
        var terms = new TlsTerms(
            new CertificateIssuer(options.Network, options.Protocol, signer, options.CertificateLifetime, time),
            new CertificateJudge(options.Network, options.Protocol, time));
        var verifier = new EnvelopeVerifier(options.Network);
        _pool = new PeerChannelPool(options, new Connector(terms, options.Connections, _refusals, time), time);
        _links = new LinkHost(options, handler, verifier, _refusals, time, logger);
        _requests = new PeerRequests(options.Calls, new PeerCaller(_pool, time), verifier, handler, _refusals, time);
        _dialler = new LinkDialler(_pool, _links, _stopping.Token);
        _serverParts = new PeerServerParts(
            options,
            handler,
            new ConnectionGuard(options.Connections, terms, _refusals, time),
            new CallGuard(options.Rates, handler, _refusals, time),
            _links,
            time,
            logs);
    }

    /// <inheritdoc/>
    public ImmutableArray<PeerLink> Links => _links.Links;

    /// <inheritdoc/>
    public RefusalSnapshot Refusals => _refusals.Snapshot();

    internal RefusalCounters Counters => _refusals;

    internal PeerChannelPool Pool => _pool;

    /// <inheritdoc/>
    public async Task<ListenResult> ListenAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (Interlocked.Exchange(ref _listening, 1) != 0)
            throw new InvalidOperationException("A network listens once.");
        var (server, result) = await PeerServer.StartAsync(endpoint, _serverParts, cancellationToken);
        _server = server;
        if (server is null)
            Volatile.Write(ref _listening, 0);
        return result;
    }

    /// <inheritdoc/>
    public Task<DialResult> DialAsync(PeerAddress address, bool urgent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _dialler.DialAsync(address, urgent, cancellationToken);
    }

    /// <inheritdoc/>
    public bool TryGetLink(LinkId id, [NotNullWhen(true)] out PeerLink? link) => _links.TryGet(id, out link);

    /// <inheritdoc/>
    public Task<CallResult<PingAnswer>> PingAsync(NodeRecord to, CancellationToken cancellationToken) =>
        _requests.PingAsync(to, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResult<IReadOnlyList<NodeRecord>>> FindNodeAsync(
        NodeRecord to, NodeId target, int count, CancellationToken cancellationToken) =>
        _requests.FindNodeAsync(to, target, count, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResult<Elite>> PullEliteAsync(
        NodeRecord to, TaskId task, EliteId elite, int genomeLength, CancellationToken cancellationToken) =>
        _requests.PullEliteAsync(to, task, elite, genomeLength, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResult<SignedTask>> PullTaskAsync(
        NodeRecord to, TaskId task, CancellationToken cancellationToken) =>
        _requests.PullTaskAsync(to, task, cancellationToken);

    /// <inheritdoc/>
    public Task<CallResult<IReadOnlyList<TaskId>>> ListTasksAsync(
        NodeRecord to, int limit, CancellationToken cancellationToken) =>
        _requests.ListTasksAsync(to, limit, cancellationToken);

    /// <summary>Says good-bye on every link, then closes everything. Each step has its own bound in time.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        var closing = _links.Links;
        foreach (var link in closing)
            link.Close(LinkCloseReason.Stopping);
        using (var deadline = new CancellationTokenSource(_options.Calls.CloseTimeout, _time))
        {
            await Task.WhenAll(closing.Select(link => link.Closed)).WaitAsync(deadline.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _stopping.CancelAsync();
        await _dialler.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _pool.Dispose();
        _stopping.Dispose();
    }
}
