using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Peers;

namespace Gaia.Transport.Swarm;

/// <summary>A node's handler that keeps what it hears, to be awaited, and answers from what it was given.</summary>
internal sealed class RecordingHandler : IPeerHandler
{
    public NodeRecord LocalRecord { get; set; } = null!;

    public Channel<PeerLink> Opened { get; } = System.Threading.Channels.Channel.CreateUnbounded<PeerLink>();

    public Channel<(PeerLink Link, string Reason)> Closed { get; } =
        System.Threading.Channels.Channel.CreateUnbounded<(PeerLink, string)>();

    public Channel<BroadcastMessage> Broadcasts { get; } =
        System.Threading.Channels.Channel.CreateUnbounded<BroadcastMessage>();

    public Channel<Inventory> Inventories { get; } = System.Threading.Channels.Channel.CreateUnbounded<Inventory>();

    public Channel<(NodeId Node, Rejection Rejection)> Rejections { get; } =
        System.Threading.Channels.Channel.CreateUnbounded<(NodeId, Rejection)>();

    public ConcurrentDictionary<EliteId, Elite> Elites { get; } = new();

    public ConcurrentDictionary<TaskId, SignedTask> Tasks { get; } = new();

    public ImmutableArray<NodeRecord> Known { get; set; } = [];

    /// <summary>Holds back the reading of broadcasts until it completes.</summary>
    public Task BroadcastGate { get; set; } = Task.CompletedTask;

    public void LinkOpened(PeerLink link) => Opened.Writer.TryWrite(link);

    public void LinkClosed(PeerLink link, string reason) => Closed.Writer.TryWrite((link, reason));

    public async ValueTask BroadcastReceivedAsync(
        PeerLink link, BroadcastMessage message, CancellationToken cancellationToken)
    {
        await BroadcastGate.WaitAsync(cancellationToken);
        Broadcasts.Writer.TryWrite(message);
    }

    public ValueTask InventoryReceivedAsync(
        PeerLink link, Inventory inventory, CancellationToken cancellationToken) =>
        Inventories.Writer.WriteAsync(inventory, cancellationToken);

    public void ContentRejected(NodeId node, Rejection rejection) => Rejections.Writer.TryWrite((node, rejection));

    public ValueTask<ImmutableArray<NodeRecord>> FindNodeAsync(
        NodeId caller, NodeId target, int count, CancellationToken cancellationToken) => ValueTask.FromResult(Known);

    public ValueTask<Elite?> GetEliteAsync(
        NodeId caller, TaskId task, EliteId elite, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Elites.GetValueOrDefault(elite));

    public ValueTask<SignedTask?> GetTaskAsync(NodeId caller, TaskId task, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Tasks.GetValueOrDefault(task));

    public ValueTask<ImmutableArray<TaskId>> ListTasksAsync(
        NodeId caller, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<TaskId>>([.. Tasks.Keys.Order()]);
}
