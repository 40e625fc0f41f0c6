namespace Gaia.Islands.Migration;

/// <summary>A token bucket as a value: full at first, refilled evenly, never above its capacity.</summary>
/// <remarks>
/// Counts in whole ticks of time, so a token is there again after exactly its interval. A clock that steps back refills
/// nothing and costs nothing; time counts on from the latest instant seen.
/// </remarks>
internal struct TokenBucket
{
    private readonly long _capacityTicks;
    private readonly long _ticksPerToken;
    private long _ticks;
    private DateTimeOffset _seen;

    /// <summary>A full bucket.</summary>
    /// <param name="capacity">Most tokens at once, 1 or more.</param>
    /// <param name="perMinute">Tokens that come back in a minute, 1 or more.</param>
    /// <param name="now">The present.</param>
    internal TokenBucket(int capacity, int perMinute, DateTimeOffset now)
    {
        _ticksPerToken = TimeSpan.TicksPerMinute / perMinute;
        _capacityTicks = capacity * _ticksPerToken;
        _ticks = _capacityTicks;
        _seen = now;
    }

    /// <summary>The latest instant that the bucket was asked at.</summary>
    internal readonly DateTimeOffset Seen => _seen;

    /// <summary>Takes one token if that leaves at least the reserve.</summary>
    internal bool TryTake(DateTimeOffset now, int reserve = 0)
    {
        if (now > _seen)
        {
            var elapsed = (now - _seen).Ticks;
            _ticks = elapsed >= _capacityTicks ? _capacityTicks : Math.Min(_capacityTicks, _ticks + elapsed);
            _seen = now;
        }

        if (_ticks < (1L + reserve) * _ticksPerToken)
            return false;
        _ticks -= _ticksPerToken;
        return true;
    }
}
