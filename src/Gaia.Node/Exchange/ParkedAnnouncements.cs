using Gaia.Core.Identity;
using Gaia.Protocol.Announcements;

namespace Gaia.Node.Exchange;

/// <summary>Announcements that came before their task did; the oldest make room.</summary>
internal sealed class ParkedAnnouncements(int capacity)
{
    private readonly LinkedList<Entry> _entries = new();

    public void Add(SignedAnnouncement announcement, NodeId from, bool byInventory)
    {
        if (_entries.Count >= capacity)
            _entries.RemoveFirst();
        _entries.AddLast(new Entry(announcement, from, byInventory));
    }

    /// <summary>Takes out those of a task, in the order in which they came.</summary>
    public IReadOnlyList<Entry> Take(TaskId task)
    {
        var taken = new List<Entry>();
        for (var node = _entries.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Announcement.Content.TaskId == task)
            {
                taken.Add(node.Value);
                _entries.Remove(node);
            }

            node = next;
        }

        return taken;
    }

    internal sealed record Entry(SignedAnnouncement Announcement, NodeId From, bool ByInventory);
}
