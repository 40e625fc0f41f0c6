using Gaia.Core.Identity;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.RoutingTable;

/// <summary>Nodes heard of that have not answered: bounded, the oldest is forgotten first.</summary>
internal sealed class HintBook(int capacity)
{
    private readonly OrderedDictionary<NodeId, NodeRecord> _hints = [];

    public int Count => _hints.Count;

    /// <summary>Oldest first.</summary>
    public IEnumerable<NodeRecord> Hints => _hints.Values;

    public NodeRecord? Find(NodeId node) => _hints.GetValueOrDefault(node);

    public void Add(NodeRecord record)
    {
        if (_hints.TryGetValue(record.Node, out var known))
        {
            if (record.Replaces(known))
                _hints[record.Node] = record;
            return;
        }

        if (_hints.Count >= capacity)
            _hints.RemoveAt(0);
        _hints.Add(record.Node, record);
    }

    public void Remove(NodeId node) => _hints.Remove(node);
}
