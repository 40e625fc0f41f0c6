using System.Collections.Immutable;
using System.Diagnostics;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Elites;

/// <summary>The best elites that a node knows of one task, bounded, and not for one origin to fill.</summary>
/// <remarks>
/// <para>Ranked slots go by score (ties: the lower id). While there is a free slot every elite enters. Once they are
/// full they are contended, and an origin's share counts: an origin at or above its cap can only replace its own
/// weakest; an origin below it takes the slot of the weakest elite of an origin above the cap, or, where there is none,
/// of the weakest of all, if it is better. So in a swarm of three, where three times 20% cannot fill an archive, nobody
/// loses a slot that nobody below the cap wants; and the best elite leaves only for a better one.</para>
/// <para>Immigrant slots keep some of what is too weak, drawn by a hash of this archive's key and the elite's id,
/// oldest out first: they keep a takeover by one lineage from being complete.</para>
/// <para>The same offers in the same order give the same archive. One owner; readers take <see cref="Ranked"/> and
/// <see cref="Immigrants"/>, which are snapshots.</para>
/// </remarks>
public sealed class EliteArchive
{
    private readonly ArchiveOptions _options;
    private readonly Hash256 _key;
    private readonly HashSet<EliteId> _known = [];

    /// <summary>An empty archive.</summary>
    /// <param name="task">Elites of other tasks are refused.</param>
    /// <param name="options">Size and shares.</param>
    /// <param name="key">Draws the immigrants; differs between nodes, so that no id is drawn everywhere.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public EliteArchive(TaskId task, ArchiveOptions options, Hash256 key)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Task = task;
        _options = options;
        _key = key;
    }

    /// <summary>The task.</summary>
    public TaskId Task { get; }

    /// <summary>Elites kept for their score, best first.</summary>
    public ImmutableArray<Elite> Ranked { get; private set; } = [];

    /// <summary>Elites kept as immigrants, oldest first.</summary>
    public ImmutableArray<Elite> Immigrants { get; private set; } = [];

    /// <summary>Number of elites in all.</summary>
    public int Count => Ranked.Length + Immigrants.Length;

    /// <summary>The best elite, if any.</summary>
    public Elite? Best => Ranked.IsEmpty ? null : Ranked[0];

    /// <summary>True when the elite is in the archive.</summary>
    public bool Contains(EliteId id) => _known.Contains(id);

    /// <summary>The elite with this id, if it is in the archive.</summary>
    public Elite? Find(EliteId id) =>
        _known.Contains(id) ? Ranked.Concat(Immigrants).First(elite => elite.Id == id) : null;

    /// <summary>What would become of such an elite: exactly what <see cref="Offer"/> would answer.</summary>
    public ArchiveEntry Judge(EliteId id, NodeId origin, long scoreMicros) =>
        Decide(new EliteRank(scoreMicros, id), origin).Entry;

    /// <summary>Takes an elite in, if it deserves a slot.</summary>
    /// <exception cref="ArgumentException">The elite belongs to another task.</exception>
    public ArchiveChange Offer(Elite elite)
    {
        ArgumentNullException.ThrowIfNull(elite);
        if (elite.Task != Task)
            throw new ArgumentException("An archive holds elites of one task.", nameof(elite));
        var change = Decide(EliteRank.Of(elite), elite.Origin);
        if (!change.Added)
            return change;
        if (change.Evicted is not null)
            _known.Remove(change.Evicted.Id);
        _known.Add(elite.Id);
        if (change.Entry == ArchiveEntry.Ranked)
            Ranked = Placed(change.Evicted is null ? Ranked : Ranked.Remove(change.Evicted), elite);
        else
            Immigrants = (change.Evicted is null ? Immigrants : Immigrants.Remove(change.Evicted)).Add(elite);
        Debug.Assert(Ranked.Length <= _options.RankedSlots, "The ranked slots overflow.");
        Debug.Assert(Immigrants.Length <= _options.ImmigrantSlots, "The immigrant slots overflow.");
        return change;
    }

    private static ImmutableArray<Elite> Placed(ImmutableArray<Elite> ranked, Elite elite)
    {
        var rank = EliteRank.Of(elite);
        var index = 0;
        while (index < ranked.Length && EliteRank.Of(ranked[index]).IsBefore(rank))
            index++;
        return ranked.Insert(index, elite);
    }

    private ArchiveChange Decide(EliteRank rank, NodeId origin)
    {
        if (_known.Contains(rank.Id))
            return new ArchiveChange(ArchiveEntry.Duplicate, null);
        if (Ranked.Length < _options.RankedSlots)
            return new ArchiveChange(ArchiveEntry.Ranked, null);
        var (victim, mustBeBetter) = Contended(origin);
        if (!mustBeBetter || rank.IsBefore(EliteRank.Of(victim)))
            return new ArchiveChange(ArchiveEntry.Ranked, victim);
        if (_options.ImmigrantSlots == 0 || !IsDrawn(rank.Id))
            return new ArchiveChange(ArchiveEntry.TooWeak, null);
        var oldest = Immigrants.Length < _options.ImmigrantSlots ? null : Immigrants[0];
        return new ArchiveChange(ArchiveEntry.Immigrant, oldest);
    }

    /// <summary>Who would make room for an elite of this origin, and whether only for a better one.</summary>
    private (Elite Victim, bool MustBeBetter) Contended(NodeId origin)
    {
        var held = new Dictionary<NodeId, int>();
        foreach (var elite in Ranked)
            held[elite.Origin] = held.GetValueOrDefault(elite.Origin) + 1;
        if (held.GetValueOrDefault(origin) >= _options.OriginCap)
            return (Ranked.Last(elite => elite.Origin == origin), true);
        var crowding = Ranked.LastOrDefault(elite => held[elite.Origin] > _options.OriginCap);
        return crowding is null ? (Ranked[^1], true) : (crowding, false);
    }

    private bool IsDrawn(EliteId id)
    {
        using var hasher = new DomainHasher(HashDomain.Island);
        Span<byte> digest = stackalloc byte[Hash256.ByteLength];
        hasher.AppendHash(_key).AppendHash(id.Value).Finish().CopyTo(digest);
        var draw = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(digest) / (double)(1L << 32);
        return draw < _options.ImmigrantChance;
    }
}
