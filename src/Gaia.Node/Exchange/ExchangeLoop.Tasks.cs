using Gaia.Core.Results;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Islands.Running;
using Gaia.Islands.Scoring;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;
using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Exchange;

internal sealed partial class ExchangeLoop
{
    /// <summary>Takes up what an earlier process left. Called once, before <see cref="RunAsync"/>.</summary>
    /// <exception cref="Exception">Whatever the store throws when it cannot be read.</exception>
    public async Task RestoreAsync(CancellationToken cancellationToken)
    {
        foreach (var signed in await StoredAsync(cancellationToken))
            await RestoreAsync(signed, cancellationToken);

        QueueRescore();
        Plan();
        foreach (var task in _tasks.Values)
        {
            if (task.Archive.Best is { } best)
                _parts.Islands.Inject(best);
        }

        Publish();
    }

    /// <summary>Tasks of the store that have a place, the oldest first.</summary>
    private async Task<IReadOnlyList<SignedTask>> StoredAsync(CancellationToken cancellationToken)
    {
        var joined = new List<SignedTask>();
        foreach (var stored in await _parts.Stores.Tasks.ListAsync(cancellationToken))
        {
            if (!stored.Joined)
            {
                _left.Add(stored.Id);
                continue;
            }

            var read = TaskCodec.Read(stored.SignedBytes, _parts.Verifier);
            if (read.IsAccepted)
                joined.Add(read.Value);
            else
                NodeLog.TaskNotRestored(_parts.Logger, stored.Id.Short, read.Rejection.ToString());
        }

        var limit = _parts.Options.Limits.Tasks;
        var places = joined.OrderBy(task => IsOwn(task) ? 0 : 1).Take(limit).Select(task => task.Id).ToHashSet();
        return [.. joined.Where(task => places.Contains(task.Id))];
    }

    private async Task RestoreAsync(SignedTask signed, CancellationToken cancellationToken)
    {
        var resume = await _parts.Stores.Runs.FindLatestAsync(signed.Id, Self, 0, cancellationToken);
        var task = Add(signed, resume);
        var elites = await _parts.Stores.Elites.ListBestAsync(
            signed.Id, _parts.Options.Archive.Capacity, cancellationToken);
        foreach (var elite in elites)
        {
            var change = task.Archive.Offer(elite);
            if (change.Added)
                task.Admit(elite, change.Evicted);
        }

        if (elites.FirstOrDefault(elite => elite.Origin == Self) is { } own)
            task.Prove(AnnouncementCodec.Sign(EliteAnnouncement.Of(own), _parts.Signer));
        // Second sets are not stored: they are a pure function of task and genome, and run again. Until they are
        // known the island waits, lest a task that is solved is trained on.
        foreach (var elite in elites.Where(elite => SolvedRule.IsCandidate(signed.Definition, elite.ScoreMicros)))
        {
            task.Hold();
            _rescores.Enqueue(new ReevaluationJob(signed.Definition, elite, task.Meter, null, Self));
        }
    }

    private async ValueTask PublishAsync(ExchangeCommand.Publish publish)
    {
        var outcome = await TryPublishAsync(publish);
        // The API answers from snapshots: what it confirms must be in them.
        Publish();
        publish.Outcome.TrySetResult(outcome);
    }

    private async ValueTask<PublishOutcome> TryPublishAsync(ExchangeCommand.Publish publish)
    {
        var limits = _parts.Options.Limits;
        if (publish.Task.Manifest.Publisher is { } publisher && publisher != Self)
        {
            return new PublishOutcome.Invalid(new ValidationError(
                "$.publisher", $"{publisher} is another node.", $"nothing, or this node: {Self}"));
        }

        if (_publishers.Wait(Self, Now) is { Ticks: > 0 } wait)
            return new PublishOutcome.TooSoon(wait);
        if (_tasks.Count >= limits.Tasks && WhoGivesWay(isOwn: true) is null)
            return new PublishOutcome.Full(limits.Tasks);
        var signed = TaskCodec.Sign(publish.Task.PublishedBy(Self, Now), _parts.Signer);
        if (!signed.IsAccepted)
            return new PublishOutcome.TooLarge(signed.Rejection.Text);
        if (!_tasks.ContainsKey(signed.Value.Id) && !await JoinAsync(signed.Value))
            return new PublishOutcome.NotStored();
        _publishers.Note(Self, Now);
        NodeLog.TaskPublished(_parts.Logger, signed.Value.Id.Short, signed.Value.Definition.Manifest.Name);
        await BroadcastAsync(BroadcastKind.TaskPublish, signed.Value.SignedBytes);
        return new PublishOutcome.Published(signed.Value);
    }

    /// <summary>The verdict on a task of another node; a good one is joined before it is forwarded.</summary>
    private async ValueTask<MessageVerdict> JudgeAsync(SignedTask task)
    {
        if (IsKnown(task.Id) || _publishers.Wait(task.Publisher, Now) > TimeSpan.Zero)
            return MessageVerdict.Ignore;
        _publishers.Note(task.Publisher, Now);
        await JoinAsync(task);
        return MessageVerdict.Accept;
    }

    private async ValueTask TaskPulledAsync(ExchangeCommand.TaskPulled pulled)
    {
        _pulling.Remove(pulled.Task.Id);
        if (IsKnown(pulled.Task.Id))
            return;
        if (await JoinAsync(pulled.Task))
            await BroadcastAsync(BroadcastKind.TaskPublish, pulled.Task.SignedBytes);
    }

    /// <summary>Stores a task, then takes part in it; false where there is no place or the store refused.</summary>
    private async ValueTask<bool> JoinAsync(SignedTask signed)
    {
        var isFull = _tasks.Count >= _parts.Options.Limits.Tasks;
        var leaving = isFull ? WhoGivesWay(IsOwn(signed)) : null;
        if (isFull && leaving is null)
        {
            _tasksRefused++;
            NodeLog.TaskRefused(
                _parts.Logger, signed.Id.Short, signed.Definition.Manifest.Name, signed.Publisher.Short);
            return false;
        }

        var stored = new StoredTask
        {
            Id = signed.Id,
            CanonicalBytes = signed.Definition.CanonicalBytes,
            SignedBytes = signed.SignedBytes,
            Stored = Now,
            Joined = true,
        };
        if (!await _parts.Health.TryAsync(
            "writing a task", () => _parts.Stores.Tasks.AddAsync(stored, CancellationToken.None)))
            return false;

        if (leaving is not null)
            await LeaveAsync(leaving);
        Add(signed, resume: null);
        NodeLog.TaskJoined(_parts.Logger, signed.Id.Short, signed.Definition.Manifest.Name, signed.Publisher.Short);
        Plan();
        // New links are told of it from here on, and only then is it broadcast: no peer falls between the two.
        Publish();
        foreach (var parked in _parked.Take(signed.Id))
            Judge(parked.Announcement, parked.From, parked.ByInventory);
        return true;
    }

    private TaskState Add(SignedTask signed, RunRecord? resume)
    {
        var archive = new EliteArchive(
            signed.Id, _parts.Options.Archive, IslandKey.Of(signed.Id, Self, island: 0));
        var task = new TaskState(signed, archive, resume);
        _tasks.Add(signed.Id, task);
        _exchange.Join(signed.Definition, archive);
        return task;
    }
}
