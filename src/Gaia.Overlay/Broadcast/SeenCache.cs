using Gaia.Core.Identity;

namespace Gaia.Overlay.Broadcast;

/// <summary>Ids of messages that have been judged, with the verdict: bounded in number and age.</summary>
internal sealed class SeenCache(int capacity, TimeSpan lifetime)
{
    private readonly Dictionary<Hash256, MessageVerdict> _verdicts = [];
    private readonly Queue<(Hash256 Id, DateTimeOffset Time)> _order = new();

    public int Count => _verdicts.Count;

    public bool TryGet(Hash256 id, DateTimeOffset now, out MessageVerdict verdict)
    {
        Forget(now);
        return _verdicts.TryGetValue(id, out verdict);
    }

    /// <summary>Remembers a verdict; the first one stays.</summary>
    public void Add(Hash256 id, MessageVerdict verdict, DateTimeOffset now)
    {
        Forget(now);
        if (!_verdicts.TryAdd(id, verdict))
            return;
        _order.Enqueue((id, now));
        if (_order.Count > capacity)
            _verdicts.Remove(_order.Dequeue().Id);
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.Time >= lifetime)
        {
            _order.Dequeue();
            _verdicts.Remove(oldest.Id);
        }
    }
}
