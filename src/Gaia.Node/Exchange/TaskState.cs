using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Islands.Ports;
using Gaia.Islands.Scoring;
using Gaia.Islands.Tasks;
using Gaia.Node.Tasks;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Tasks;

namespace Gaia.Node.Exchange;

/// <summary>What the exchange's loop keeps of one task. One owner.</summary>
internal sealed class TaskState(SignedTask task, EliteArchive archive, RunRecord? resume)
{
    private readonly Dictionary<EliteId, Elite> _claims = [];
    private readonly Dictionary<EliteId, SignedAnnouncement> _proofs = [];
    private ImmutableDictionary<EliteId, long> _rescores = ImmutableDictionary<EliteId, long>.Empty;
    private TaskSnapshot? _snapshot;
    private long _sent;
    private long _accepted;
    private long _rejected;
    private Elite? _solved;
    private int _pendingRescores;

    public SignedTask Task => task;

    public TaskDefinition Definition => task.Definition;

    public EliteArchive Archive => archive;

    public EpisodeMeter Meter { get; } = new(resume?.Evaluations ?? 0, resume?.EnvironmentSteps ?? 0);

    public Elite? Solved => _solved;

    /// <summary>An elite of this node waits to be announced.</summary>
    public bool HasWaiting { get; set; }

    /// <summary>The best elite that the store would not take yet.</summary>
    public ExchangeCommand.Found? Unstored { get; set; }

    /// <summary>What the island's thread is to do about the task.</summary>
    public TaskOrder Order => new(
        task.Definition, resume, Meter, IsSolved: _solved is not null, IsHeld: _pendingRescores > 0);

    /// <summary>Holds the island until one more stored elite is judged.</summary>
    public void Hold() => _pendingRescores++;

    /// <summary>Notes that a stored elite is judged; true where it was the last that held the island.</summary>
    public bool Release() => --_pendingRescores == 0;

    public void CountSent() => Change(ref _sent);

    public void CountAccepted() => Change(ref _accepted);

    public void CountRejected() => Change(ref _rejected);

    /// <summary>Notes what came with an elite that is in the archive now, and forgets the one that left.</summary>
    /// <param name="elite">With the provenance that its server claims.</param>
    /// <param name="evicted">What made room.</param>
    public void Admit(Elite elite, Elite? evicted)
    {
        _snapshot = null;
        _claims[elite.Id] = elite;
        if (evicted is null)
            return;
        _claims.Remove(evicted.Id);
        _proofs.Remove(evicted.Id);
        if (evicted.Id != _solved?.Id)
            _rescores = _rescores.Remove(evicted.Id);
    }

    /// <summary>Keeps the signed announcement of an elite, for inventories.</summary>
    public void Prove(SignedAnnouncement announcement)
    {
        if (!archive.Contains(announcement.Content.EliteId))
            return;
        _proofs[announcement.Content.EliteId] = announcement;
        _snapshot = null;
    }

    /// <summary>Notes a re-score; true where it makes the elite the first that solves the task here.</summary>
    public bool Rescore(Elite elite, long? micros)
    {
        if (micros is not { } score)
            return false;
        _rescores = _rescores.SetItem(elite.Id, score);
        _snapshot = null;
        if (!SolvedRule.IsSolved(task.Definition, elite.ScoreMicros, score))
            return false;
        var isFirst = _solved is null;
        if (_solved is null || IsBefore(elite, _solved))
            _solved = elite;
        return isFirst;
    }

    public TaskSnapshot Snapshot() => _snapshot ??= new TaskSnapshot
    {
        Task = task,
        Elites = [.. archive.Ranked.Concat(archive.Immigrants).Select(WithClaims)],
        Rescores = _rescores,
        Solved = _solved is null ? null : WithClaims(_solved),
        Sent = _sent,
        Accepted = _accepted,
        Rejected = _rejected,
        Meter = Meter,
    };

    /// <summary>The best announcements that can be proved, one of each origin.</summary>
    public IEnumerable<SignedAnnouncement> Inventory(int limit) => archive.Ranked
        .Where(elite => _proofs.ContainsKey(elite.Id))
        .DistinctBy(elite => elite.Origin)
        .Take(limit)
        .Select(elite => _proofs[elite.Id]);

    private static bool IsBefore(Elite a, Elite b) =>
        a.ScoreMicros != b.ScoreMicros ? a.ScoreMicros > b.ScoreMicros : a.Id < b.Id;

    // The exchange knows an elite of another by its announcement alone; optimiser and generation came with the body.
    private Elite WithClaims(Elite elite) => _claims.TryGetValue(elite.Id, out var claimed)
        ? elite with
        {
            Optimizer = claimed.Optimizer,
            Generation = claimed.Generation,
            OperatorName = claimed.OperatorName,
        }
        : elite;

    private void Change(ref long counter)
    {
        counter++;
        _snapshot = null;
    }
}
