using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;

namespace Gaia.Islands.Migration;

/// <summary>Decides about announcements of elites: others' and this node's own. Pure: no network, disk or
/// clock.</summary>
/// <remarks>
/// <para>An announcement comes in after its signature was checked. Its origin (the node that signed it), not the
/// neighbour that passed it on, has the rate. The answer says whether to fetch the genome and whether the announcement
/// may travel on. A fetched genome is checked by <see cref="EliteVerifier"/> and the verdict reported here; only an
/// accepted elite enters the archive. A score that proves false marks its origin for good: its further announcements
/// are refused.</para>
/// <para>Single writer: one loop owns it together with the archives. The same events in the same order give the same
/// answers.</para>
/// </remarks>
public sealed class EliteExchange
{
    private readonly NodeId _self;
    private readonly ExchangeOptions _options;
    private readonly Dictionary<TaskId, TaskExchange> _tasks = [];
    private readonly OriginTable _strangers;
    private readonly NodeTally _nodes;
    private ExchangeSnapshot _counters = new();

    /// <summary>An exchange without tasks.</summary>
    /// <param name="self">This node.</param>
    /// <param name="options">Limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public EliteExchange(NodeId self, ExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _self = self;
        _options = options;
        _strangers = new OriginTable(options);
        _nodes = new NodeTally(options.TrackedNodes);
    }

    /// <summary>Counters and the record of every node heard of. Immutable.</summary>
    public ExchangeSnapshot Snapshot() => _counters with
    {
        Pending = _tasks.Values.Sum(task => task.Pending.Count),
        Tasks = [.. _tasks.Values.Select(task => task.Record).OrderBy(record => record.Task)],
        Nodes = _nodes.Snapshot(),
    };

    /// <summary>True when this node takes part in the task.</summary>
    public bool IsJoined(TaskId task) => _tasks.ContainsKey(task);

    /// <summary>Takes part in a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="archive">The archive that accepted elites enter; the same loop owns it.</param>
    /// <exception cref="ArgumentException">The archive is another task's, or the task is joined already.</exception>
    public void Join(TaskDefinition task, EliteArchive archive)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(archive);
        if (archive.Task != task.Id)
            throw new ArgumentException("The archive belongs to another task.", nameof(archive));
        if (!_tasks.TryAdd(task.Id, new TaskExchange(task, archive, _options)))
            throw new ArgumentException("The task is joined already.", nameof(task));
    }

    /// <summary>Takes no further part in a task; false where it took none.</summary>
    public bool Leave(TaskId task) => _tasks.Remove(task);

    /// <summary>Answers an announcement whose signature holds.</summary>
    public AnnouncementDecision OnAnnouncement(EliteAnnouncement announcement, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        if (announcement.Origin == _self)
            return Ignored(AnnouncementReason.Own, forward: false);
        _nodes.Announced(announcement.Origin);
        if (_nodes.IsProvenLiar(announcement.Origin))
            return Refused(announcement, AnnouncementReason.ProvenLiar, demerit: false);
        if (BrokenForm(announcement) is { } broken)
            return Refused(announcement, broken, demerit: true);
        if (!_tasks.TryGetValue(announcement.TaskId, out var task))
        {
            return _strangers.TryTake(announcement.Origin, now)
                ? Ignored(AnnouncementReason.UnknownTask, forward: true)
                : Refused(announcement, AnnouncementReason.RateLimited, demerit: false);
        }

        if (!task.HasLengthOf(announcement))
            return Refused(announcement, AnnouncementReason.WrongLength, demerit: true);
        if (task.Memory.Contains(announcement))
            return Ignored(AnnouncementReason.AlreadyKnown, forward: false);
        if (!task.Origins.TryTake(announcement.Origin, now))
            return Refused(announcement, AnnouncementReason.RateLimited, demerit: false);
        task.Memory.Add(announcement);
        var (verb, reason) = task.Weigh(announcement, now);
        if (reason == AnnouncementReason.Busy)
            task.Memory.Forget(announcement);
        return verb == AnnouncementVerb.Pull
            ? new AnnouncementDecision(verb, reason, Forward: true)
            : Ignored(reason, forward: true);
    }

    /// <summary>Reports that a pull gave no genome; the same announcement counts as new when it comes again.</summary>
    public void OnPullFailed(EliteAnnouncement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        _counters = _counters with { PullsFailed = _counters.PullsFailed + 1 };
        if (!_tasks.TryGetValue(announcement.TaskId, out var task))
            return;
        task.Pending.Remove(announcement);
        task.Memory.Forget(announcement);
    }

    /// <summary>Reports the outcome of a re-evaluation.</summary>
    /// <param name="verdict">From <see cref="EliteVerifier"/>.</param>
    /// <param name="servedBy">The node that sent the genome, which need not be its origin.</param>
    /// <param name="now">The present.</param>
    /// <returns>What became of the elite; null where it was refused or the task was left meanwhile.</returns>
    public AcceptedElite? OnVerdict(Verdict verdict, NodeId servedBy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var announcement = verdict.Announcement;
        var task = _tasks.GetValueOrDefault(announcement.TaskId);
        task?.Pending.Remove(announcement);
        if (verdict.Kind != VerdictKind.Accepted)
        {
            Blame(verdict, servedBy, now);
            if (verdict.Kind != VerdictKind.FalseScore)
                task?.Memory.Forget(announcement);
            return null;
        }

        _counters = _counters with { Accepted = _counters.Accepted + 1 };
        _nodes.Accepted(announcement.Origin);
        if (task is null)
            return null;
        task.Record = task.Record with { Accepted = task.Record.Accepted + 1 };
        task.Origins.Accept(announcement.Origin, announcement.ScoreMicros, now);
        var elite = ReceivedElite(verdict, now);
        return new AcceptedElite(elite, task.Archive.Offer(elite));
    }

    /// <summary>Puts an elite of this node in line and says what to announce now.</summary>
    /// <exception cref="ArgumentException">The elite is another node's, or its task is not joined.</exception>
    public OwnAnnouncement Offer(Elite elite, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(elite);
        if (elite.Origin != _self)
            throw new ArgumentException("A node announces its own elites.", nameof(elite));
        if (!_tasks.TryGetValue(elite.Task, out var task))
            throw new ArgumentException("The task is not joined.", nameof(elite));
        task.Offer(elite);
        return Counted(task.Next(now));
    }

    /// <summary>What to announce now of what waits: to be asked again after
    /// <see cref="OwnAnnouncementKind.RateLimited"/>.
    /// </summary>
    public OwnAnnouncement Next(TaskId task, DateTimeOffset now) =>
        _tasks.TryGetValue(task, out var exchange)
            ? Counted(exchange.Next(now))
            : new OwnAnnouncement(OwnAnnouncementKind.Nothing, null);

    private static AnnouncementReason? BrokenForm(EliteAnnouncement announcement)
    {
        if (!FixedPointScore.IsScore(announcement.ScoreMicros))
            return AnnouncementReason.ScoreOutOfRange;
        if (announcement.GenomeLength < 1)
            return AnnouncementReason.WrongLength;
        var parents = announcement.Parents.IsDefault ? [] : announcement.Parents;
        var bad = parents.Length > Elite.MaxParents
            || parents.Contains(announcement.EliteId)
            || (parents.Length == 2 && parents[0] == parents[1]);
        return bad ? AnnouncementReason.BadParents : null;
    }

    private static Elite ReceivedElite(Verdict verdict, DateTimeOffset now) => new()
    {
        Id = verdict.Announcement.EliteId,
        Task = verdict.Announcement.TaskId,
        Genome = verdict.Genome ?? throw new ArgumentException("An accepted verdict has a genome.", nameof(verdict)),
        ScoreMicros = verdict.Announcement.ScoreMicros,
        Parents = verdict.Announcement.Parents.IsDefault ? [] : verdict.Announcement.Parents,
        Origin = verdict.Announcement.Origin,
        Optimizer = "",
        Generation = 0,
        Created = now,
        Source = EliteSource.Received,
        OperatorName = EliteOperator.Migration,
    };

    private void Blame(Verdict verdict, NodeId servedBy, DateTimeOffset now)
    {
        var reason = verdict.Kind.ToString();
        CountRejection(verdict.Announcement.TaskId, reason);
        if (verdict.Kind != VerdictKind.FalseScore)
        {
            _nodes.Rejected(servedBy, reason, demerit: true);
            return;
        }

        var announcement = verdict.Announcement;
        _nodes.Rejected(announcement.Origin, reason, demerit: true);
        _nodes.Prove(announcement.Origin, new FalseClaim(
            announcement.TaskId, announcement.EliteId, announcement.ScoreMicros, verdict.MeasuredMicros, now));
    }

    private AnnouncementDecision Refused(EliteAnnouncement announcement, AnnouncementReason reason, bool demerit)
    {
        CountRejection(announcement.TaskId, reason.ToString());
        _nodes.Rejected(announcement.Origin, reason.ToString(), demerit);
        return new AnnouncementDecision(AnnouncementVerb.Reject, reason, Forward: false);
    }

    private AnnouncementDecision Ignored(AnnouncementReason reason, bool forward)
    {
        var counts = NodeTally.Increment(_counters.IgnoredByReason, reason.ToString());
        _counters = _counters with { IgnoredByReason = counts };
        return new AnnouncementDecision(AnnouncementVerb.Ignore, reason, forward);
    }

    private void CountRejection(TaskId taskId, string reason)
    {
        _counters = _counters with
        {
            Rejected = _counters.Rejected + 1,
            RejectedByReason = NodeTally.Increment(_counters.RejectedByReason, reason),
        };
        if (_tasks.GetValueOrDefault(taskId) is { } task)
            task.Record = task.Record with { Rejected = task.Record.Rejected + 1 };
    }

    private OwnAnnouncement Counted(OwnAnnouncement answer)
    {
        if (answer.Kind == OwnAnnouncementKind.Announce)
            _counters = _counters with { Sent = _counters.Sent + 1 };
        return answer;
    }
}
