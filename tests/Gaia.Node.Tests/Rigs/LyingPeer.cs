using System.Collections.Immutable;
using System.Net;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Tasks;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Policies;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Links;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Records;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;
using Gaia.Transport;
using Gaia.Transport.Identity;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Rigs;

/// <summary>A peer that keeps the protocol, but not to the truth: it announces scores that its genomes lack.</summary>
internal sealed class LyingPeer : IPeerHandler, IAsyncDisposable
{
    private readonly NodeIdentity _identity = NodeIdentity.Create();
    private readonly EnvelopeSigner _signer;
    private readonly PeerNetwork _network;
    private PeerLink? _link;
    private Elite? _elite;

    public LyingPeer(string network)
    {
        var id = NetworkId.FromName(network);
        _signer = new EnvelopeSigner(id, _identity);
        LocalRecord = Record([]);
        _network = new PeerNetwork(
            new PeerNetworkOptions { Network = id }, _identity, this, TimeProvider.System, NullLoggerFactory.Instance);
    }

    public NodeId Node => _identity.Node;

    public NodeRecord LocalRecord { get; private set; }

    public async Task LinkAsync(PeerAddress address)
    {
        var listening = await _network.ListenAsync(new IPEndPoint(IPAddress.Loopback, 0), CancellationToken.None);
        Assert.True(listening.Succeeded, listening.Message);
        LocalRecord = Record([PeerAddress.Create(Node, "127.0.0.1", listening.Endpoint.Port)]);
        var dialled = await _network.DialAsync(address, urgent: true, CancellationToken.None);
        Assert.True(dialled.Succeeded, dialled.Failure?.Text);
        _link = dialled.Link;
    }

    /// <summary>Publishes a task of its own and tells the peer at once.</summary>
    public TaskId Publish(TaskDefinition task)
    {
        var signed = TaskCodec.Sign(task.PublishedBy(Node, TimeProvider.System.GetUtcNow()), _signer).Value!;
        Assert.True(_link!.TrySend(BroadcastMessage.Create(BroadcastKind.TaskPublish, signed.SignedBytes)));
        return signed.Id;
    }

    /// <summary>Announces a genome of zeros with this score, and serves it.</summary>
    public void Announce(TaskDefinition task, long scoreMicros)
    {
        var genome = new float[task.Layout.ParameterCount];
        _elite = new Elite
        {
            Id = Genome.IdOf(task.Layout, genome),
            Task = task.Id,
            Genome = genome,
            ScoreMicros = scoreMicros,
            Parents = [],
            Origin = Node,
            Optimizer = "cma_es",
            Generation = 1,
            Created = TimeProvider.System.GetUtcNow(),
            Source = EliteSource.Local,
            OperatorName = EliteOperator.Mean,
        };
        var signed = AnnouncementCodec.Sign(EliteAnnouncement.Of(_elite), _signer);
        Assert.True(_link!.TrySend(BroadcastMessage.Create(BroadcastKind.EliteAnnounce, signed.SignedBytes)));
    }

    public void LinkOpened(PeerLink link)
    {
        // Whoever dials a liar is answered like anybody else.
    }

    public void LinkClosed(PeerLink link, string reason)
    {
        // Nothing to forget.
    }

    public ValueTask BroadcastReceivedAsync(
        PeerLink link, BroadcastMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask InventoryReceivedAsync(
        PeerLink link, Inventory inventory, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public void ContentRejected(NodeId node, Rejection rejection)
    {
        // An honest node sends nothing of the kind.
    }

    public ValueTask<ImmutableArray<NodeRecord>> FindNodeAsync(
        NodeId caller, NodeId target, int count, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<NodeRecord>>([LocalRecord]);

    public ValueTask<Elite?> GetEliteAsync(
        NodeId caller, TaskId task, EliteId elite, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_elite?.Id == elite ? _elite : null);

    public ValueTask<SignedTask?> GetTaskAsync(NodeId caller, TaskId task, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SignedTask?>(null);

    public ValueTask<ImmutableArray<TaskId>> ListTasksAsync(
        NodeId caller, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<TaskId>>([]);

    public async ValueTask DisposeAsync()
    {
        await _network.DisposeAsync();
        _identity.Dispose();
    }

    private NodeRecord Record(ImmutableArray<PeerAddress> addresses)
    {
        var now = TimeProvider.System.GetUtcNow();
        return NodeRecordCodec.Sign(
            new NodeRecord
            {
                Node = Node,
                Sequence = addresses.IsEmpty ? 1u : 2u,
                Issued = now,
                Expires = now + TimeSpan.FromHours(1),
                Addresses = addresses,
                Mode = addresses.IsEmpty ? PeerMode.Client : PeerMode.Server,
                ProtocolMin = 1,
                ProtocolMax = 1,
            },
            _signer).Value!;
    }
}
