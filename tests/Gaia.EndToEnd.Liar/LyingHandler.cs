using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Peers;

namespace Gaia.EndToEnd.Liar;

/// <summary>Answers as an honest node would, and serves the elite that it lies about.</summary>
internal sealed class LyingHandler(NodeRecord record) : IPeerHandler
{
    public NodeRecord LocalRecord { get; set; } = record;

    /// <summary>The elite with its false score; null until there is one.</summary>
    public Elite? Lie { get; set; }

    public void LinkOpened(PeerLink link)
    {
    }

    public void LinkClosed(PeerLink link, string reason) => Console.Error.WriteLine($"link closed: {reason}");

    public ValueTask BroadcastReceivedAsync(
        PeerLink link, BroadcastMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask InventoryReceivedAsync(
        PeerLink link, Inventory inventory, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public void ContentRejected(NodeId node, Rejection rejection)
    {
    }

    public ValueTask<ImmutableArray<NodeRecord>> FindNodeAsync(
        NodeId caller, NodeId target, int count, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<NodeRecord>>([LocalRecord]);

    public ValueTask<Elite?> GetEliteAsync(
        NodeId caller, TaskId task, EliteId elite, CancellationToken cancellationToken)
    {
        Elite? served = Lie is { } lie && lie.Id == elite ? lie : null;
        Console.Error.WriteLine($"{caller.Short} pulls {elite.Short}: {(served is null ? "nothing" : "served")}");
        return ValueTask.FromResult(served);
    }

    public ValueTask<SignedTask?> GetTaskAsync(NodeId caller, TaskId task, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SignedTask?>(null);

    public ValueTask<ImmutableArray<TaskId>> ListTasksAsync(
        NodeId caller, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<TaskId>>([]);
}
