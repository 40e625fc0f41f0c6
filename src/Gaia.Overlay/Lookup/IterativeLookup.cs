using System.Collections.Immutable;
using Gaia.Core.Identity;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Lookup;

/// <summary>One search for the nodes nearest to a target, by asking ever nearer ones.</summary>
/// <remarks>
/// Maymounkov and Mazieres, "Kademlia" (2002), section 2.3: alpha requests under way, always to the nearest nodes of
/// the short list not asked yet; over when the k nearest that did not fail have all answered. Departs in one point: the
/// paper's rounds are replaced by "the next request leaves as soon as one ends", which is never slower. Bounded by a
/// number of requests and by a short list of three times k.
/// </remarks>
internal sealed class IterativeLookup(LookupId id, NodeId target, NodeId self, int closest, LookupOptions options)
{
    private const int ShortListFactor = 3;

    private readonly List<LookupCandidate> _shortList = [];
    private readonly HashSet<NodeId> _asked = [];

    public LookupId Id => id;

    public NodeId Target => target;

    public int Requests => _asked.Count;

    public int UnderWay { get; private set; }

    /// <summary>True when nobody is asked any more and nobody is left to ask.</summary>
    public bool HasEnded => UnderWay == 0 && Next() is null;

    /// <summary>Puts a node on the short list, unless it is the node itself, asked before, or too far away.</summary>
    public void Add(NodeRecord record)
    {
        if (record.Node == self || record.Mode != PeerMode.Server || _asked.Contains(record.Node))
            return;
        var distance = Distance.Xor(target, record.Node);
        var index = _shortList.FindIndex(candidate => candidate.Distance >= distance);
        if (index >= 0 && _shortList[index].Distance == distance)
            return;
        _shortList.Insert(index < 0 ? _shortList.Count : index, new LookupCandidate(record, distance));
        if (_shortList.Count <= ShortListFactor * closest)
            return;
        var farthest = _shortList.FindLastIndex(candidate => candidate.State is not LookupCandidate.Progress.Asked);
        if (farthest >= 0)
            _shortList.RemoveAt(farthest);
    }

    /// <summary>Sends requests up to the bounds.</summary>
    public void Ask(StepContext step)
    {
        while (UnderWay < options.Parallelism && Next() is { } next)
        {
            next.State = LookupCandidate.Progress.Asked;
            next.Deadline = step.Now + options.RequestTimeout;
            _asked.Add(next.Record.Node);
            UnderWay++;
            step.Counters.FindNodeRequests++;
            step.Emit(new OverlayEffect.SendFindNode(id, next.Record, target));
        }
    }

    /// <summary>The record of a node that was asked and has not answered yet; null where there is none.</summary>
    public NodeRecord? Awaited(NodeId node) => Find(node)?.Record;

    /// <summary>A node that was asked has answered.</summary>
    /// <returns>False where it was not asked, or has answered before, or came too late.</returns>
    public bool Answered(NodeId node) => End(node, LookupCandidate.Progress.Answered);

    /// <summary>A node that was asked has failed.</summary>
    /// <inheritdoc cref="Answered"/>
    public bool Failed(NodeId node) => End(node, LookupCandidate.Progress.Failed);

    /// <summary>Nodes whose time has run out.</summary>
    public List<NodeId> Overdue(DateTimeOffset now) =>
    [
        .. _shortList
            .Where(candidate => candidate.State == LookupCandidate.Progress.Asked && candidate.Deadline <= now)
            .Select(candidate => candidate.Record.Node),
    ];

    /// <summary>When the next request runs out of time.</summary>
    public DateTimeOffset? NextDeadline()
    {
        DateTimeOffset? next = null;
        foreach (var candidate in _shortList)
        {
            if (candidate.State == LookupCandidate.Progress.Asked && !(candidate.Deadline >= next))
                next = candidate.Deadline;
        }

        return next;
    }

    /// <summary>The nearest nodes that answered, nearest first.</summary>
    public ImmutableArray<NodeRecord> Result() =>
    [
        .. _shortList
            .Where(candidate => candidate.State == LookupCandidate.Progress.Answered)
            .Take(closest)
            .Select(candidate => candidate.Record),
    ];

    private LookupCandidate? Find(NodeId node) => _shortList.Find(candidate =>
        candidate.State == LookupCandidate.Progress.Asked && candidate.Record.Node == node);

    private bool End(NodeId node, LookupCandidate.Progress state)
    {
        if (Find(node) is not { } candidate)
            return false;
        candidate.State = state;
        UnderWay--;
        return true;
    }

    private LookupCandidate? Next()
    {
        if (_asked.Count >= options.MaximumRequests)
            return null;
        var standing = 0;
        foreach (var candidate in _shortList)
        {
            if (candidate.State == LookupCandidate.Progress.Failed)
                continue;
            if (candidate.State == LookupCandidate.Progress.Fresh)
                return candidate;
            if (++standing >= closest)
                return null;
        }

        return null;
    }
}
