using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Peers;
using Gaia.Overlay.RoutingTable;

namespace Gaia.Overlay.Lookup;

/// <summary>All look-ups of the node: some run, some wait, both bounded.</summary>
internal sealed class LookupSet(AddressBook book, int closest, LookupOptions options)
{
    private readonly List<IterativeLookup> _running = [];
    private readonly List<NodeId> _waiting = [];
    private long _lastId;

    public int Running => _running.Count;

    public int Waiting => _waiting.Count;

    public bool HasRoom => _running.Count < options.MaximumLookups;

    /// <summary>True where this target is being looked for, or waits for it.</summary>
    public bool IsLookingFor(NodeId target) =>
        _waiting.Contains(target) || _running.Exists(lookup => lookup.Target == target);

    /// <summary>Begins a look-up, or lets it wait.</summary>
    /// <param name="target">What to look for.</param>
    /// <param name="seeds">Nodes to begin with besides the nearest contacts, such as active peers.</param>
    /// <param name="step">The step.</param>
    /// <returns>False where too many wait; true also where the same target is being looked for.</returns>
    public bool Request(NodeId target, IEnumerable<NodeRecord> seeds, StepContext step)
    {
        if (IsLookingFor(target))
            return true;
        if (HasRoom)
        {
            Start(target, seeds, step);
            return true;
        }

        if (_waiting.Count >= options.MaximumLookups)
            return false;
        _waiting.Add(target);
        return true;
    }

    /// <summary>A node answered: what it knows goes on the short list, and into the book as hints.</summary>
    public void Replied(LookupId id, NodeId node, ImmutableArray<NodeRecord> records, StepContext step)
    {
        if (_running.Find(lookup => lookup.Id == id) is not { } lookup || lookup.Awaited(node) is not { } asked)
            return;
        lookup.Answered(node);
        book.Answered(book.Find(node) ?? asked, step);

        // A longer answer than the protocol allows is cut, not believed.
        foreach (var record in records.IsDefault ? [] : records.Take(closest))
        {
            if (book.Hear(record, step) && book.Retries.MayTry(record.Node, step.Now))
                lookup.Add(book.Find(record.Node) ?? record);
        }
    }

    /// <summary>A node did not answer.</summary>
    public void Failed(LookupId id, NodeId node, StepContext step)
    {
        if (_running.Find(lookup => lookup.Id == id) is { } lookup && lookup.Failed(node))
        {
            step.Counters.FindNodeFailures++;
            book.Failed(node, step);
        }
    }

    /// <summary>Time-outs, new requests, ends, and the start of those that wait.</summary>
    /// <returns>The targets whose look-ups ended.</returns>
    public List<NodeId> Settle(IEnumerable<NodeRecord> seeds, StepContext step)
    {
        var ended = new List<NodeId>();
        for (var index = 0; index < _running.Count;)
        {
            var lookup = _running[index];
            foreach (var node in lookup.Overdue(step.Now))
                Failed(lookup.Id, node, step);
            lookup.Ask(step);
            if (!lookup.HasEnded)
            {
                index++;
                continue;
            }

            _running.RemoveAt(index);
            ended.Add(lookup.Target);
            step.Counters.Lookups++;
            step.Emit(new OverlayEffect.LookupEnded(lookup.Id, lookup.Target, lookup.Result(), lookup.Requests));
            if (_waiting.Count > 0)
            {
                // It lands at the end of the list, so this loop reaches it; every turn ends one or passes one by.
                var target = _waiting[0];
                _waiting.RemoveAt(0);
                Start(target, seeds, step);
            }
        }

        return ended;
    }

    /// <summary>When a request runs out of time next.</summary>
    public DateTimeOffset? NextDeadline()
    {
        DateTimeOffset? next = null;
        foreach (var lookup in _running)
        {
            if (lookup.NextDeadline() is { } deadline && !(deadline >= next))
                next = deadline;
        }

        return next;
    }

    private void Start(NodeId target, IEnumerable<NodeRecord> seeds, StepContext step)
    {
        var lookup = new IterativeLookup(new LookupId(++_lastId), target, book.Table.Self, closest, options);
        foreach (var record in book.Table.Closest(target, closest))
            lookup.Add(record);
        foreach (var record in seeds)
            lookup.Add(record);
        book.Table.LookupStarted(target, step.Now);
        _running.Add(lookup);
        lookup.Ask(step);
    }
}
