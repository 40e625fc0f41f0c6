using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Tasks;
using Gaia.Transport.Listening;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;

namespace Gaia.Node.Tests.Rigs;

/// <summary>A network in which every node lives and knows nothing, or in which every call breaks.</summary>
internal sealed class ScriptedNetwork : IPeerNetwork
{
    private static readonly PeerFailure Silence = new(PeerFailureReason.Unreachable, "nobody is there");

    /// <summary>Thrown by every call; null where they end as they should.</summary>
    public Exception? Break { get; init; }

    public ImmutableArray<PeerLink> Links => [];

    public RefusalSnapshot Refusals => new(ImmutableSortedDictionary<Gaia.Transport.Channel.RefusalReason, long>.Empty);

    public Task<ListenResult> ListenAsync(IPEndPoint endpoint, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nobody listens here.");

    public Task<DialResult> DialAsync(PeerAddress address, bool urgent, CancellationToken cancellationToken) =>
        Task.FromException<DialResult>(Break ?? new NotSupportedException("Nobody dials here."));

    public bool TryGetLink(LinkId id, [NotNullWhen(true)] out PeerLink? link)
    {
        link = null;
        return false;
    }

    public Task<CallResult<PingAnswer>> PingAsync(NodeRecord to, CancellationToken cancellationToken) =>
        Answer<PingAnswer>(new PingAnswer(TimeSpan.Zero));

    public Task<CallResult<IReadOnlyList<NodeRecord>>> FindNodeAsync(
        NodeRecord to, NodeId target, int count, CancellationToken cancellationToken) =>
        Answer(CallResult<IReadOnlyList<NodeRecord>>.Success([]));

    public Task<CallResult<Elite>> PullEliteAsync(
        NodeRecord to, TaskId task, EliteId elite, int genomeLength, CancellationToken cancellationToken) =>
        Answer<Elite>(Silence);

    public Task<CallResult<SignedTask>> PullTaskAsync(
        NodeRecord to, TaskId task, CancellationToken cancellationToken) => Answer<SignedTask>(Silence);

    public Task<CallResult<IReadOnlyList<TaskId>>> ListTasksAsync(
        NodeRecord to, int limit, CancellationToken cancellationToken) => Answer<IReadOnlyList<TaskId>>(Silence);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<CallResult<T>> Answer<T>(CallResult<T> answer)
        where T : class => Break is null ? Task.FromResult(answer) : Task.FromException<CallResult<T>>(Break);
}
