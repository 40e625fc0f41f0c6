using Gaia.Core.Identity;
using Gaia.Node.Api;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Exchange;
using Gaia.Node.Swarm;
using Gaia.Node.Tasks;
using Gaia.Overlay.Events;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Signing;
using Gaia.Storage.Opening;
using Gaia.Transport.Identity;
using Gaia.Transport.Listening;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>The parts of one node: built in order, run, and taken down in the opposite order.</summary>
/// <remarks>The only place that knows all of them. A start that fails half-way is taken down by the same
/// <see cref="DisposeAsync"/>, which skips what was never built.</remarks>
internal sealed class NodeParts : IAsyncDisposable
{
    private readonly NodeOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _pulling = new();
    private readonly LoopWatch _watch;
    private DataDirectory? _directory;
    private NodeIdentity? _identity;
    private NodeStores? _stores;
    private IPeerNetwork? _network;
    private ApiServer? _api;
    private OverlayInbox? _overlayInbox;
    private ExchangeInbox? _exchangeInbox;
    private PeerKeeper? _keeper;
    private OverlayLoop? _overlay;
    private ExchangeLoop? _exchange;
    private IslandLoop? _islands;
    private Reevaluation? _reevaluation;
    private PullCrew? _pulls;
    private PeerAddress? _address;
    private NodeFace? _face;
    private bool _isReady;
    private bool _hasRun;

    public NodeParts(NodeOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options;
        _time = time;
        _loggers = loggers;
        _logger = loggers.CreateLogger("Gaia.Node");
        _watch = new LoopWatch(_logger, StopRequested);
    }

    public TaskCompletionSource StopRequested { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NodeFace Face => _face ?? throw new InvalidOperationException("The node has not started.");

    /// <summary>Builds and starts everything; null where the node runs.</summary>
    public async Task<StartFailure?> StartAsync(
        StoreOpener openStores, CancellationToken cancellationToken)
    {
        (_directory, var failure) = DataDirectory.Open(_options.Data);
        if (_directory is null)
            return failure;
        (var token, failure) = _directory.Token();
        if (token is null)
            return failure;
        var opening = await openStores(_directory.Path, Identify, _time, cancellationToken);
        if (opening.Stores is not { } stores)
            return new StartFailure(opening.Fault, opening.Error!);
        _stores = stores;
        try
        {
            return await ComposeAsync(_identity!, stores, token, cancellationToken);
        }
        catch (StoreException exception)
        {
            return new StartFailure(StartFault.Store, exception.Message);
        }
    }

    /// <summary>Loads the node's identity; a new one is made only where nothing belongs to an old one.</summary>
    private IdentityResult Identify(NodeId? owner)
    {
        var loaded = owner is { } known
            ? IdentityFile.LoadOf(_options.Data, known)
            : IdentityFile.LoadOrCreate(_options.Data);
        _identity = loaded.Identity;
        return loaded;
    }

    /// <summary>Takes everything down that was built.</summary>
    public async ValueTask DisposeAsync()
    {
        _isReady = false;
        _directory?.DeleteEndpoint();
        if (_api is not null)
        {
            await _watch.WithinAsync("The API", _options.Limits.StopTimeout, _api.StopAsync, _time);
            await _api.DisposeAsync();
        }

        await StopComputingAsync();
        await StopSwarmAsync();
        if (_stores is not null)
            await _stores.Owner.DisposeAsync();
        if (_hasRun && _identity is not null)
            NodeLog.Stopped(_logger, _identity.Node.Short);
        _identity?.Dispose();
        _directory?.Dispose();
        _pulling.Dispose();
        StopRequested.TrySetResult();
    }

    private async Task<StartFailure?> ComposeAsync(
        NodeIdentity identity, NodeStores stores, string token, CancellationToken cancellationToken)
    {
        var limits = _options.Limits;
        var health = new StoreHealth(_logger);
        var network = NetworkId.FromName(_options.Network);
        var signer = new EnvelopeSigner(network, identity);
        var board = new ExchangeBoard();
        var self = new SelfRecord(_options, signer, new RecordSequence(_options.Data, _logger), _time);
        _overlayInbox = new OverlayInbox(limits.OverlayQueue);
        _exchangeInbox = new ExchangeInbox(limits.ExchangeQueue);
        _keeper = new PeerKeeper(stores.Peers, health);
        var shelf = new EliteShelf(board, stores.Elites, health);
        var gateway = new PeerGateway(self, _overlayInbox, _exchangeInbox, board, shelf, _logger);
        _network = new PeerNetwork(
            _options.ResolvedTransport(), identity, gateway, _time, _loggers);
        _islands = new IslandLoop(identity.Node, _options, _exchangeInbox, stores.Runs, health, _time, _logger);
        _reevaluation = new Reevaluation(limits, _exchangeInbox, _time);
        _pulls = new PullCrew(_network, _overlayInbox, _exchangeInbox, limits, _time, _logger);
        _exchange = new ExchangeLoop(new ExchangeParts
        {
            Options = _options,
            Signer = signer,
            Verifier = new EnvelopeVerifier(network),
            Stores = stores,
            Health = health,
            Inbox = _exchangeInbox,
            Board = board,
            Overlay = _overlayInbox,
            Network = _network,
            Islands = _islands,
            Pulls = _pulls,
            Reevaluation = _reevaluation,
            Time = _time,
            Logger = _logger,
        });
        await _exchange.RestoreAsync(cancellationToken);
        var cached = await stores.Peers.LoadPeersAsync(cancellationToken);

        var listening = await _network.ListenAsync(_options.Listen, cancellationToken);
        if (!listening.Succeeded)
            return Failure(listening);
        var host = AdvertisedHost.Choose(listening.Endpoint.Address, _options.Advertise);
        if (!PeerAddress.TryCreate(identity.Node, host, listening.Endpoint.Port, out _address, out var error))
        {
            return new StartFailure(StartFault.Advertise,
                $"'{host}' cannot be told to others ({error.Message.TrimEnd('.')}); "
                + "name a host that they reach with --advertise");
        }

        self.ListenAt(_address);
        _overlay = new OverlayLoop(
            _options.Overlay, self, _overlayInbox, _network, _exchangeInbox, _keeper, _time, _logger);
        gateway.Attach(() => _overlay.Snapshot);
        _face = NewFace(identity, token, board, shelf, health);
        (_api, var failure) = await ApiServer.StartAsync(_face, _options.Api, _loggers, cancellationToken);
        if (_api is null)
            return failure;
        Run(_overlay, _exchange, cached);
        return Announce();
    }

    private void Run(
        OverlayLoop overlay, ExchangeLoop exchange, System.Collections.Immutable.ImmutableArray<NodeRecord> cached)
    {
        _watch.Run("The overlay", () => overlay.RunAsync(_options.Bootstrap, cached));
        _watch.Run("The exchange", exchange.RunAsync);
        _watch.Run("The list of peers", _keeper!.RunAsync);
        _watch.Run("The pulls", () => _pulls!.RunAsync(() => overlay.Snapshot, _pulling.Token));
        _reevaluation!.Start();
        _watch.Run("Re-evaluation", () => _reevaluation.Completion);
        _islands!.Start();
        _watch.Run("The islands", () => _islands.Completion);
    }

    private StartFailure? Announce()
    {
        try
        {
            _directory!.WriteEndpoint(new EndpointFile
            {
                Api = StatusComposer.Text(_api!.Address),
                Address = _address!.ToString(),
                NodeId = _address.Node.ToString(),
                Pid = Environment.ProcessId,
            });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new StartFailure(StartFault.DataDirectory,
                $"the data directory {_options.Data} cannot be written to ({exception.Message.TrimEnd('.')}); "
                + "give this user the right to, or choose another one with --data");
        }

        _isReady = true;
        _hasRun = true;
        NodeLog.Started(_logger, _address.Node.Short, _address, _api.Address);
        return null;
    }

    private async Task StopComputingAsync()
    {
        var limit = _options.Limits.StopTimeout;
        _reevaluation?.Stop();
        _pulls?.Close();
        await _pulling.CancelAsync();
        // The islands write the last checkpoint: with every episode in it that re-evaluation has counted.
        await _watch.EndedAsync("Re-evaluation", limit, _time);
        _islands?.Stop();
        await _watch.EndedAsync("The islands", limit, _time);
        await _watch.EndedAsync("The pulls", limit, _time);
        // Now nobody writes to it any more: what is left is taken in and stored.
        _exchangeInbox?.Close();
        await _watch.EndedAsync("The exchange", limit, _time);
        _islands?.Dispose();
        _reevaluation?.Dispose();
    }

    private async Task StopSwarmAsync()
    {
        var limit = _options.Limits.StopTimeout;
        if (_watch.IsRunning("The overlay"))
        {
            await _overlayInbox!.WriteAsync(new OverlayEvent.Stopping(), CancellationToken.None);
            await _watch.EndedAsync("The overlay", limit, _time);
        }

        if (_network is not null)
            await _network.DisposeAsync();
        if (_overlay is not null)
            await _overlay.DisposeAsync();
        _keeper?.Close();
        await _watch.EndedAsync("The list of peers", limit, _time);
    }

    private NodeFace NewFace(
        NodeIdentity identity, string token, ExchangeBoard board, EliteShelf shelf, StoreHealth health) => new()
        {
            Options = _options,
            Node = identity.Node,
            Token = token,
            StartedAt = _time.GetUtcNow(),
            Time = _time,
            Address = () => _address!,
            Api = () => _api!.Address,
            Swarm = () => _overlay!.Snapshot,
            Exchange = () => board.Current,
            Islands = () => _islands!.Snapshot,
            Refusals = () => _network!.Refusals,
            Shelf = shelf,
            Store = health,
            Overlay = _overlayInbox!,
            Inbox = _exchangeInbox!,
            IsAlive = () => !_watch.HasBroken,
            IsReady = () => _isReady,
            RequestStop = () => StopRequested.TrySetResult(),
        };

    private static StartFailure Failure(ListenResult listening) =>
        new(StartFault.Listen, listening.Message
            ?? "the port for peers cannot be listened on; choose another with --listen");
}
