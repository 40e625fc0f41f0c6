using System.Threading.Channels;
using Gaia.Core.Identity;
using Gaia.Node.Hosting;
using Gaia.Node.Swarm;
using Gaia.Overlay.Events;
using Gaia.Overlay.Peers;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Exchange;

/// <summary>Fetches tasks and bodies of elites, a few at a time.</summary>
/// <remarks>
/// The origin of an elite is asked first: a neighbour forwards an announcement before it has verified the elite, and
/// serves it only afterwards. So a round that gives nothing is tried again after a pause.
/// </remarks>
internal sealed class PullCrew(
    IPeerNetwork network,
    OverlayInbox overlay,
    ExchangeInbox exchange,
    NodeLimits limits,
    TimeProvider time,
    ILogger logger)
{
    private readonly Channel<PullJob> _jobs = Channel.CreateBounded<PullJob>(limits.PullQueue);

    /// <summary>Queues a pull; false where the queue is full.</summary>
    public bool TryAdd(PullJob job) => _jobs.Writer.TryWrite(job);

    /// <summary>Ends <see cref="RunAsync"/>.</summary>
    public void Close() => _jobs.Writer.TryComplete();

    public Task RunAsync(Func<SwarmSnapshot> swarm, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, limits.PullWorkers).Select(_ => WorkAsync(swarm, cancellationToken)));

    private async Task WorkAsync(Func<SwarmSnapshot> swarm, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var job in _jobs.Reader.ReadAllAsync(cancellationToken))
            {
                ExchangeCommand answer = job switch
                {
                    PullJob.OfElite elite => await PullAsync(elite, swarm, cancellationToken),
                    PullJob.OfTask task => await PullAsync(task, swarm, cancellationToken),
                    _ => throw new InvalidOperationException($"An unknown pull: {job}."),
                };
                await exchange.WriteAsync(answer, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The node stops.
        }
    }

    private async Task<ExchangeCommand> PullAsync(
        PullJob.OfElite job, Func<SwarmSnapshot> swarm, CancellationToken cancellationToken)
    {
        var announced = job.Announcement.Content;
        var originLacksIt = false;
        for (var round = 0; round < limits.PullRounds; round++)
        {
            await PauseAsync(round, cancellationToken);
            if (Find(swarm(), announced.Origin) is null)
                overlay.TryWrite(new OverlayEvent.LookupRequested(announced.Origin));
            foreach (var record in Known(swarm(), announced.Origin, job.From))
            {
                var result = await network.PullEliteAsync(
                    record, announced.TaskId, announced.EliteId, announced.GenomeLength, cancellationToken);
                if (result.Succeeded)
                    return new ExchangeCommand.Pulled(job, result.Value, record.Node);
                NodeLog.PullFailed(logger, announced.EliteId.Short, result.Failure.Text);
                originLacksIt |= record.Node == announced.Origin
                    && result.Failure.Reason == PeerFailureReason.NotFound;
            }
        }

        return new ExchangeCommand.PullFailed(job, originLacksIt);
    }

    private async Task<ExchangeCommand> PullAsync(
        PullJob.OfTask job, Func<SwarmSnapshot> swarm, CancellationToken cancellationToken)
    {
        for (var round = 0; round < limits.PullRounds; round++)
        {
            await PauseAsync(round, cancellationToken);
            foreach (var record in Known(swarm(), job.From))
            {
                var result = await network.PullTaskAsync(record, job.Task, cancellationToken);
                if (result.Succeeded)
                    return new ExchangeCommand.TaskPulled(result.Value);
                NodeLog.PullFailed(logger, job.Task.Short, result.Failure.Text);
            }
        }

        return new ExchangeCommand.TaskPullFailed(job.Task);
    }

    private Task PauseAsync(int round, CancellationToken cancellationToken) => round == 0
        ? Task.CompletedTask
        : Task.Delay(limits.PullPause * (1 << (round - 1)), time, cancellationToken);

    private static IEnumerable<NodeRecord> Known(SwarmSnapshot swarm, params IEnumerable<NodeId> nodes) =>
        nodes.Distinct().Select(node => Find(swarm, node)).OfType<NodeRecord>();

    private static NodeRecord? Find(SwarmSnapshot swarm, NodeId node)
    {
        foreach (var peer in swarm.Overlay.ActivePeers)
        {
            if (peer.Node == node)
                return peer.Record;
        }

        foreach (var record in swarm.Overlay.Contacts)
        {
            if (record.Node == node)
                return record;
        }

        return null;
    }
}
