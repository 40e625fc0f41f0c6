using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Migration;

/// <summary>Which announcements were seen, the latest of them.</summary>
/// <remarks>
/// The key holds origin and score besides the elite: a stranger who hurries to announce another's elite, or a wrong
/// score for it, does not make this node deaf to the honest announcement.
/// </remarks>
internal sealed class AnnouncementMemory
{
    private readonly int _capacity;
    private readonly Dictionary<Key, LinkedListNode<Key>> _seen = [];
    private readonly LinkedList<Key> _order = [];

    internal AnnouncementMemory(int capacity) => _capacity = capacity;

    internal bool Contains(EliteAnnouncement announcement) => _seen.ContainsKey(Key.Of(announcement));

    internal void Add(EliteAnnouncement announcement)
    {
        var key = Key.Of(announcement);
        if (_seen.ContainsKey(key))
            return;
        _seen.Add(key, _order.AddLast(key));
        if (_seen.Count <= _capacity)
            return;
        _seen.Remove(_order.First!.Value);
        _order.RemoveFirst();
    }

    /// <summary>Makes a repeat of this announcement count as new; its place in the order is gone with it.</summary>
    internal void Forget(EliteAnnouncement announcement)
    {
        if (_seen.Remove(Key.Of(announcement), out var place))
            _order.Remove(place);
    }

    private readonly record struct Key(EliteId Elite, NodeId Origin, long ScoreMicros)
    {
        internal static Key Of(EliteAnnouncement a) => new(a.EliteId, a.Origin, a.ScoreMicros);
    }
}
