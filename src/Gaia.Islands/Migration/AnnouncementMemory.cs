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
    private readonly HashSet<Key> _seen = [];
    private readonly Queue<Key> _order = [];

    internal AnnouncementMemory(int capacity) => _capacity = capacity;

    internal bool Contains(EliteAnnouncement announcement) => _seen.Contains(Key.Of(announcement));

    internal void Add(EliteAnnouncement announcement)
    {
        var key = Key.Of(announcement);
        if (!_seen.Add(key))
            return;
        _order.Enqueue(key);
        while (_order.Count > _capacity)
            _seen.Remove(_order.Dequeue());
    }

    /// <summary>Makes a repeat of this announcement count as new; its place in the order is used up later.</summary>
    internal void Forget(EliteAnnouncement announcement) => _seen.Remove(Key.Of(announcement));

    private readonly record struct Key(EliteId Elite, NodeId Origin, long ScoreMicros)
    {
        internal static Key Of(EliteAnnouncement a) => new(a.EliteId, a.Origin, a.ScoreMicros);
    }
}
