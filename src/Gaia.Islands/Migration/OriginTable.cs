using Gaia.Core.Identity;

namespace Gaia.Islands.Migration;

/// <summary>The origins heard of for one task, bounded: the one silent for longest makes room.</summary>
internal sealed class OriginTable(ExchangeOptions options)
{
    private readonly Dictionary<NodeId, OriginState> _origins = [];

    /// <summary>Takes one token of the origin's bucket.</summary>
    internal bool TryTake(NodeId origin, DateTimeOffset now) => Get(origin, now).Bucket.TryTake(now);

    /// <summary>Best confirmed score of the origin; null before the first.</summary>
    internal long? BestAccepted(NodeId origin) => _origins.GetValueOrDefault(origin)?.BestAcceptedMicros;

    /// <summary>Notes a confirmed score.</summary>
    internal void Accept(NodeId origin, long scoreMicros, DateTimeOffset now)
    {
        var state = Get(origin, now);
        state.BestAcceptedMicros = Math.Max(state.BestAcceptedMicros ?? long.MinValue, scoreMicros);
    }

    private OriginState Get(NodeId origin, DateTimeOffset now)
    {
        if (_origins.TryGetValue(origin, out var state))
            return state;
        if (_origins.Count >= options.TrackedNodes)
            _origins.Remove(_origins.MinBy(pair => (pair.Value.Bucket.Seen, pair.Key)).Key);
        state = new OriginState(new TokenBucket(options.PeerBurst, options.AnnouncementsPerMinute, now));
        _origins.Add(origin, state);
        return state;
    }
}
