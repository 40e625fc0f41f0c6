using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Tasks;

namespace Gaia.Transport.Peers;

/// <summary>What a node does with what its peers say and ask. Implemented by the node.</summary>
/// <remarks>
/// Every method may be called from any thread, several at a time; of one link one call at a time, in the order of its
/// frames. The synchronous ones return at once: they post to the node's loop. Values have passed every check of the
/// protocol, with one exception that is named.
/// </remarks>
public interface IPeerHandler
{
    /// <summary>The node's current record, signed; it goes out in every Hello.</summary>
    NodeRecord LocalRecord { get; }

    /// <summary>A link stands: ids are proved, records exchanged. The first call about a link.</summary>
    void LinkOpened(PeerLink link);

    /// <summary>A link is gone, whoever closed it. The last call about a link; exactly one after each
    /// <see cref="LinkOpened"/>.</summary>
    /// <param name="link">The link.</param>
    /// <param name="reason">One line for people.</param>
    void LinkClosed(PeerLink link, string reason);

    /// <summary>A broadcast came in. Kind and size are checked; the signature of its body is not: pass it to
    /// <see cref="Gaia.Protocol.Broadcasts.BroadcastReader"/> once the overlay asks for a verdict, which it does only
    /// for messages that it has not seen.</summary>
    /// <remarks>The link reads no further frame before the task ends.</remarks>
    ValueTask BroadcastReceivedAsync(PeerLink link, BroadcastMessage message, CancellationToken cancellationToken);

    /// <summary>The peer tells what it has; every announcement's signature is checked.</summary>
    ValueTask InventoryReceivedAsync(PeerLink link, Inventory inventory, CancellationToken cancellationToken);

    /// <summary>A peer that has proved its id sent something that no honest node sends.</summary>
    /// <param name="node">The peer.</param>
    /// <param name="rejection">What was wrong.</param>
    void ContentRejected(NodeId node, Rejection rejection);

    /// <summary>A peer asks for the nodes nearest to a target.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="target">What it looks for.</param>
    /// <param name="count">How many it wants: 1 to <see cref="Gaia.Protocol.Limits.WireLimits.FoundRecords"/>.</param>
    /// <param name="cancellationToken">The call has ended.</param>
    /// <returns>Signed records, nearest first; those beyond the count are left out.</returns>
    ValueTask<ImmutableArray<NodeRecord>> FindNodeAsync(
        NodeId caller, NodeId target, int count, CancellationToken cancellationToken);

    /// <summary>A peer asks for an elite; null where this node does not serve it.</summary>
    ValueTask<Elite?> GetEliteAsync(
        NodeId caller, TaskId task, EliteId elite, CancellationToken cancellationToken);

    /// <summary>A peer asks for a task; null where this node does not hold it.</summary>
    ValueTask<SignedTask?> GetTaskAsync(NodeId caller, TaskId task, CancellationToken cancellationToken);

    /// <summary>A peer asks for the tasks that this node holds.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="limit">1 to <see cref="Gaia.Protocol.Limits.WireLimits.ListedTasks"/>; those beyond are left out.
    /// </param>
    /// <param name="cancellationToken">The call has ended.</param>
    ValueTask<ImmutableArray<TaskId>> ListTasksAsync(NodeId caller, int limit, CancellationToken cancellationToken);
}
