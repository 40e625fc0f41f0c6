using Gaia.Core.Identity;

namespace Gaia.Node.Exchange;

/// <summary>One task a period from each publisher; of publishers the latest are remembered.</summary>
internal sealed class PublisherLimit(TimeSpan period, int capacity)
{
    private readonly OrderedDictionary<NodeId, DateTimeOffset> _last = [];

    /// <summary>Time until the publisher may publish again; zero where it may now.</summary>
    public TimeSpan Wait(NodeId publisher, DateTimeOffset now) =>
        _last.TryGetValue(publisher, out var last) && last + period > now ? last + period - now : TimeSpan.Zero;

    /// <summary>Notes a task.</summary>
    public void Note(NodeId publisher, DateTimeOffset now)
    {
        _last.Remove(publisher);
        if (_last.Count >= capacity)
            _last.RemoveAt(0);
        _last.Add(publisher, now);
    }
}
