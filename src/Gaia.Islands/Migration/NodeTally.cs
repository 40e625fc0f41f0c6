using System.Collections.Immutable;
using Gaia.Core.Identity;

namespace Gaia.Islands.Migration;

/// <summary>Counts what came from each node, bounded.</summary>
internal sealed class NodeTally(int capacity)
{
    private readonly Dictionary<NodeId, Entry> _entries = [];
    private long _clock;

    internal bool IsProvenLiar(NodeId node) => _entries.GetValueOrDefault(node)?.Record.FalseClaim is not null;

    internal void Announced(NodeId node) => Update(node, record => record with { Announced = record.Announced + 1 });

    internal void Accepted(NodeId node) => Update(node, record => record with { Accepted = record.Accepted + 1 });

    /// <summary>Counts a refusal, and a demerit where the node itself is to blame.</summary>
    internal void Rejected(NodeId node, string reason, bool demerit) => Update(node, record => record with
    {
        Rejected = record.Rejected + 1,
        RejectedByReason = Increment(record.RejectedByReason, reason),
        Demerits = record.Demerits + (demerit ? 1 : 0),
    });

    /// <summary>Marks a node as a proven liar; the first proof stays.</summary>
    internal void Prove(NodeId node, FalseClaim claim) =>
        Update(node, record => record with { FalseClaim = record.FalseClaim ?? claim });

    internal ImmutableArray<NodeExchangeRecord> Snapshot() =>
        [.. _entries.Values.Select(entry => entry.Record).OrderBy(record => record.Node)];

    internal static ImmutableSortedDictionary<string, long> Increment(
        ImmutableSortedDictionary<string, long> counts, string key) =>
        counts.SetItem(key, counts.GetValueOrDefault(key) + 1);

    private void Update(NodeId node, Func<NodeExchangeRecord, NodeExchangeRecord> change)
    {
        if (!_entries.TryGetValue(node, out var entry))
        {
            if (_entries.Count >= capacity)
                MakeRoom();
            entry = new Entry(new NodeExchangeRecord { Node = node });
            _entries.Add(node, entry);
        }

        entry.Record = change(entry.Record);
        entry.Touched = ++_clock;
    }

    private void MakeRoom()
    {
        var (node, _) = _entries.MinBy(pair => (pair.Value.Record.FalseClaim is not null, pair.Value.Touched));
        _entries.Remove(node);
    }

    private sealed class Entry(NodeExchangeRecord record)
    {
        internal NodeExchangeRecord Record { get; set; } = record;

        internal long Touched { get; set; }
    }
}
