using Gaia.Core.Identity;
using Gaia.Islands.Elites;

namespace Gaia.Islands.Migration;

/// <summary>Elites that are being pulled or re-evaluated, bounded in number and time.</summary>
internal sealed class PendingPulls(ExchangeOptions options)
{
    private readonly Dictionary<(EliteId Elite, long ScoreMicros), DateTimeOffset> _deadlines = [];

    internal int Count => _deadlines.Count;

    internal bool Contains(EliteAnnouncement announcement, DateTimeOffset now) =>
        _deadlines.TryGetValue((announcement.EliteId, announcement.ScoreMicros), out var deadline) && deadline > now;

    internal bool TryAdd(EliteAnnouncement announcement, DateTimeOffset now)
    {
        if (_deadlines.Count >= options.PendingPulls)
            DropExpired(now);
        if (_deadlines.Count >= options.PendingPulls)
            return false;
        _deadlines[(announcement.EliteId, announcement.ScoreMicros)] = now + options.PendingFor;
        return true;
    }

    internal void Remove(EliteAnnouncement announcement) =>
        _deadlines.Remove((announcement.EliteId, announcement.ScoreMicros));

    private void DropExpired(DateTimeOffset now)
    {
        foreach (var (key, deadline) in _deadlines.ToArray())
        {
            if (deadline <= now)
                _deadlines.Remove(key);
        }
    }
}
