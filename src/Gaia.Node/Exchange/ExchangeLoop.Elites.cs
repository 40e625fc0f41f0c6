using Gaia.Islands.Elites;
using Gaia.Islands.Migration;
using Gaia.Node.Hosting;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Events;
using Gaia.Overlay.Scoring;
using Gaia.Protocol.Announcements;

namespace Gaia.Node.Exchange;

internal sealed partial class ExchangeLoop
{
    /// <summary>An elite of this node: durable first, then known, then announced.</summary>
    private async ValueTask FoundAsync(ExchangeCommand.Found found)
    {
        var elite = found.Elite;
        if (!_tasks.TryGetValue(elite.Task, out var task))
            return;
        if (!await StoreAsync(elite))
        {
            if (task.Unstored is not { } held || held.Elite.ScoreMicros < elite.ScoreMicros)
                task.Unstored = found;
            return;
        }

        NodeLog.EliteFound(_parts.Logger, elite.Id.Short, elite.Task.Short, elite.ScoreMicros);
        var change = task.Archive.Offer(elite);
        if (change.Added)
            task.Admit(elite, change.Evicted);
        Confirm(task, elite, found.RescoreMicros);
        await AnnounceAsync(task, _exchange.Offer(elite, Now));
    }

    private async ValueTask AnnounceAsync(TaskState task, OwnAnnouncement answer)
    {
        task.HasWaiting = answer.Kind == OwnAnnouncementKind.RateLimited;
        if (answer.Announcement is not { } announcement)
            return;
        var signed = AnnouncementCodec.Sign(announcement, _parts.Signer);
        task.CountSent();
        task.Prove(signed);
        // Whoever hears of it may ask for it at once.
        Publish();
        await BroadcastAsync(BroadcastKind.EliteAnnounce, signed.SignedBytes);
    }

    private async ValueTask PulledAsync(ExchangeCommand.Pulled pulled)
    {
        var announcement = pulled.Job.Announcement.Content;
        if (!_tasks.TryGetValue(announcement.TaskId, out var task))
            return;
        var job = new ReevaluationJob(task.Definition, pulled.Body, task.Meter, pulled.Job, pulled.ServedBy);
        if (_parts.Reevaluation.TryAdd(job))
            return;
        _overloadedAt = Now;
        NodeLog.VerificationFull(_parts.Logger, announcement.EliteId.Short);
        await PullFailedAsync(new ExchangeCommand.PullFailed(pulled.Job, OriginLacksIt: false));
    }

    private async ValueTask PullFailedAsync(ExchangeCommand.PullFailed failed)
    {
        _exchange.OnPullFailed(failed.Job.Announcement.Content);
        if (failed.OriginLacksIt)
            await OffendAsync(failed.Job.Announcement.Content.Origin, PeerOffence.BrokenPromise);
    }

    private async ValueTask VerifiedAsync(ExchangeCommand.Verified verified)
    {
        var verdict = verified.Verdict;
        var announcement = verdict.Announcement;
        var servedBy = verified.Job.ServedBy;
        if (!_tasks.TryGetValue(announcement.TaskId, out var task))
            return;
        if (verdict.Kind != VerdictKind.Accepted)
        {
            _exchange.OnVerdict(verdict, servedBy, Now);
            task.CountRejected();
            NodeLog.EliteRefused(_parts.Logger, announcement.EliteId.Short, announcement.Origin.Short,
                servedBy.Short, verdict.Describe());
            await (verdict.Kind == VerdictKind.FalseScore
                ? OffendAsync(announcement.Origin, PeerOffence.FalseScore)
                : OffendAsync(servedBy, PeerOffence.BrokenPromise));
            return;
        }

        var elite = Received(verified);
        if (!await StoreAsync(elite))
        {
            // Not durable, so not accepted: the announcement counts as new when it comes again.
            _exchange.OnPullFailed(announcement);
            return;
        }

        Accept(task, elite, verified);
        if (verified.Job.Pull is { ByInventory: true } pull)
            await BroadcastAsync(BroadcastKind.EliteAnnounce, pull.Announcement.SignedBytes);
    }

    private void Accept(TaskState task, Elite elite, ExchangeCommand.Verified verified)
    {
        NodeLog.EliteAccepted(_parts.Logger, elite.Id.Short, elite.Origin.Short, elite.ScoreMicros);
        task.CountAccepted();
        if (_exchange.OnVerdict(verified.Verdict, verified.Job.ServedBy, Now) is not { Change.Added: true } accepted)
            return;
        task.Admit(elite, accepted.Change.Evicted);
        task.Prove(verified.Job.Pull!.Announcement);
        Confirm(task, elite, verified.RescoreMicros);
        _parts.Islands.Inject(elite);
    }

    /// <summary>Has the stored elites judged again: one at a time, so that those of others find room.</summary>
    private void QueueRescore()
    {
        if (_isRescoring || !_rescores.TryPeek(out var job) || !_parts.Reevaluation.TryAdd(job))
            return;
        _isRescoring = true;
        _rescores.Dequeue();
    }

    private void Rescored(ExchangeCommand.Rescored rescored)
    {
        _isRescoring = false;
        QueueRescore();
        if (!_tasks.TryGetValue(rescored.Elite.Task, out var task))
            return;
        var isLast = task.Release();
        // What solved the task still does where the archive has no room for it any more.
        Confirm(task, rescored.Elite, rescored.RescoreMicros);
        if (isLast)
            Plan();
    }

    private void Confirm(TaskState task, Elite elite, long? rescoreMicros)
    {
        if (!task.Rescore(elite, rescoreMicros))
            return;
        NodeLog.TaskSolved(_parts.Logger, elite.Task.Short, elite.Id, elite.Origin.Short);
        Plan();
    }

    // What the origin signed and this node measured counts; of the rest the server's word is kept.
    private Elite Received(ExchangeCommand.Verified verified) => verified.Job.Body with
    {
        Genome = verified.Verdict.Genome!,
        ScoreMicros = verified.Verdict.Announcement.ScoreMicros,
        Parents = verified.Verdict.Announcement.Parents,
        Origin = verified.Verdict.Announcement.Origin,
        Source = EliteSource.Received,
        Created = Now,
    };

    private ValueTask<bool> StoreAsync(Elite elite) => _parts.Health.TryAsync(
        "writing an elite", () => _parts.Stores.Elites.AddAsync(elite, CancellationToken.None));

    private ValueTask OffendAsync(Core.Identity.NodeId node, PeerOffence offence) =>
        _parts.Overlay.WriteAsync(new OverlayEvent.Offended(node, offence), CancellationToken.None);
}
