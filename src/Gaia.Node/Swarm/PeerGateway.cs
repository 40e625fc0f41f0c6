using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Overlay.Scoring;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Swarm;

/// <summary>Turns what peers say into events and commands, and answers what they ask from snapshots.</summary>
internal sealed class PeerGateway(
    SelfRecord self,
    OverlayInbox overlay,
    ExchangeInbox exchange,
    ExchangeBoard board,
    EliteShelf shelf,
    ILogger logger) : IPeerHandler
{
    private volatile SwarmReader? _swarm;

    /// <inheritdoc/>
    public NodeRecord LocalRecord => self.Current;

    /// <summary>Names the overlay to read from, once it is there.</summary>
    public void Attach(Func<SwarmSnapshot> read) => _swarm = new SwarmReader(read);

    /// <inheritdoc/>
    public void LinkOpened(PeerLink link)
    {
        NodeLog.LinkUp(logger, link.Node.Short, link.Direction, link.Remote);
        if (!overlay.TryWrite(new OverlayEvent.LinkUp(link.Id, link.Peer, link.Direction, link.Dialled, link.Urgent)))
        {
            // A link that the overlay never hears of serves nobody.
            link.Close(LinkCloseReason.Full);
            return;
        }

        // After the overlay was told: what is new from here on goes over the link as a broadcast, so nothing is missed.
        link.TrySend(board.Current.Inventory);
    }

    /// <inheritdoc/>
    public void LinkClosed(PeerLink link, string reason)
    {
        NodeLog.LinkDown(logger, link.Node.Short, reason);
        // Where there is no room the overlay finds out when it next sends over the link.
        overlay.TryWrite(new OverlayEvent.LinkDown(link.Id, reason));
    }

    /// <inheritdoc/>
    public ValueTask BroadcastReceivedAsync(
        PeerLink link, BroadcastMessage message, CancellationToken cancellationToken) =>
        overlay.WriteAsync(new OverlayEvent.MessageReceived(link.Id, message), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask InventoryReceivedAsync(
        PeerLink link, Inventory inventory, CancellationToken cancellationToken) =>
        await exchange.WriteAsync(new ExchangeCommand.Offered(link.Node, inventory), cancellationToken);

    /// <inheritdoc/>
    public void ContentRejected(NodeId node, Rejection rejection)
    {
        NodeLog.MessageRefused(logger, node.Short, rejection.ToString());
        var offence = rejection.Reason == RejectionReason.TooOften ? PeerOffence.Flood : PeerOffence.InvalidMessage;
        overlay.TryWrite(new OverlayEvent.Offended(node, offence));
    }

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<NodeRecord>> FindNodeAsync(
        NodeId caller, NodeId target, int count, CancellationToken cancellationToken)
    {
        var found = _swarm?.Read().Overlay.FindClosest(target, caller) ?? [];
        return ValueTask.FromResult(found.Length > count ? found[..count] : found);
    }

    /// <inheritdoc/>
    public async ValueTask<Elite?> GetEliteAsync(
        NodeId caller, TaskId task, EliteId elite, CancellationToken cancellationToken) =>
        await shelf.FindAsync(task, elite, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SignedTask?> GetTaskAsync(NodeId caller, TaskId task, CancellationToken cancellationToken) =>
        ValueTask.FromResult(board.Current.Find(task)?.Task);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<TaskId>> ListTasksAsync(
        NodeId caller, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<TaskId>>(
            [.. board.Current.Tasks.Take(limit).Select(task => task.Id)]);

    private sealed record SwarmReader(Func<SwarmSnapshot> Read);
}
