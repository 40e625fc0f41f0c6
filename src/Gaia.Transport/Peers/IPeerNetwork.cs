using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Listening;
using Gaia.Transport.Refusals;

namespace Gaia.Transport.Peers;

/// <summary>This node's side of the network: it listens, dials, links and calls.</summary>
/// <remarks>
/// Remote failures are results; a cancelled token is one too. Calls may be made from any thread. A call to a node
/// goes over the connection that this node dialled to it; where there is none, the addresses of its record are
/// dialled in turn.
/// </remarks>
public interface IPeerNetwork : IAsyncDisposable
{
    /// <summary>Links that stand.</summary>
    ImmutableArray<PeerLink> Links { get; }

    /// <summary>What was refused so far.</summary>
    RefusalSnapshot Refusals { get; }

    /// <summary>Starts to listen; once. Peers may call the handler before this returns.</summary>
    /// <param name="endpoint">Address and port; port 0 is any free port.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ListenResult> ListenAsync(IPEndPoint endpoint, CancellationToken cancellationToken);

    /// <summary>Connects, proves ids, exchanges records. The handler hears of the link before this returns
    /// it.</summary>
    /// <param name="address">Where, and who must answer.</param>
    /// <param name="urgent">This node has no peer at all; told to the other end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<DialResult> DialAsync(PeerAddress address, bool urgent, CancellationToken cancellationToken);

    /// <summary>The link of a number, where it stands.</summary>
    bool TryGetLink(LinkId id, [NotNullWhen(true)] out PeerLink? link);

    /// <summary>Asks whether a node answers.</summary>
    Task<CallResult<PingAnswer>> PingAsync(NodeRecord to, CancellationToken cancellationToken);

    /// <summary>Asks for the nodes nearest to a target.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="target">What is looked for.</param>
    /// <param name="count">How many: 1 to <see cref="Gaia.Protocol.Limits.WireLimits.FoundRecords"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Records with valid signatures, at most the count; invalid or expired ones are left out.</returns>
    Task<CallResult<IReadOnlyList<NodeRecord>>> FindNodeAsync(
        NodeRecord to, NodeId target, int count, CancellationToken cancellationToken);

    /// <summary>Fetches a genome.</summary>
    /// <param name="to">Whom to ask.</param>
    /// <param name="task">Its task.</param>
    /// <param name="elite">Its id, which the caller checks against the genome: the layout is the task's.</param>
    /// <param name="genomeLength">Parameters that the task's layout has; memory is taken for no more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Finite parameters of that length, with the score and provenance as claimed;
    /// <see cref="Elite.Source"/> is <see cref="EliteSource.Received"/>, <see cref="Elite.Created"/> the origin's.
    /// </returns>
    Task<CallResult<Elite>> PullEliteAsync(
        NodeRecord to, TaskId task, EliteId elite, int genomeLength, CancellationToken cancellationToken);

    /// <summary>Fetches a task and checks manifest, id and publisher's signature.</summary>
    Task<CallResult<SignedTask>> PullTaskAsync(NodeRecord to, TaskId task, CancellationToken cancellationToken);

    /// <summary>Asks for the tasks that a node holds.</summary>
    /// <param name="to">Whom.</param>
    /// <param name="limit">1 to <see cref="Gaia.Protocol.Limits.WireLimits.ListedTasks"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<CallResult<IReadOnlyList<TaskId>>> ListTasksAsync(
        NodeRecord to, int limit, CancellationToken cancellationToken);
}
