using Gaia.Core.Identity;
using Gaia.Core.Random;

namespace Gaia.Overlay.Links;

/// <summary>Nodes that could not be reached of late, and from when on they may be tried again.</summary>
internal sealed class RetryBook(TimeSpan minimum, TimeSpan maximum, int capacity)
{
    private readonly OrderedDictionary<NodeId, Entry> _entries = [];

    public int Count => _entries.Count;

    /// <summary>Failures in a row; 0 for a node that is not held.</summary>
    public int Failures(NodeId node) => _entries.TryGetValue(node, out var entry) ? entry.Failures : 0;

    public bool MayTry(NodeId node, DateTimeOffset now) =>
        !_entries.TryGetValue(node, out var entry) || entry.NotBefore <= now;

    /// <summary>From when on the node may be tried; null for a node that is not held.</summary>
    public DateTimeOffset? NotBefore(NodeId node) =>
        _entries.TryGetValue(node, out var entry) ? entry.NotBefore : null;

    public void Failed(NodeId node, DateTimeOffset now, ref PhiloxStream random)
    {
        var failures = Failures(node) + 1;
        _entries.Remove(node);
        if (_entries.Count >= capacity)
            _entries.RemoveAt(0);
        _entries[node] = new Entry(failures, now + Backoff.Pause(failures, minimum, maximum, ref random));
    }

    public void Succeeded(NodeId node) => _entries.Remove(node);

    /// <summary>The next time at which a node that must wait now may be tried.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var entry in _entries.Values)
        {
            if (entry.NotBefore > now && !(entry.NotBefore >= next))
                next = entry.NotBefore;
        }

        return next;
    }

    private readonly record struct Entry(int Failures, DateTimeOffset NotBefore);
}
