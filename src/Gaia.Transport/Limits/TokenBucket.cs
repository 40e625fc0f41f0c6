namespace Gaia.Transport.Limits;

/// <summary>Tokens that come in at a steady rate up to a burst. Not thread-safe.</summary>
/// <param name="rate">Rate and burst.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenBucket(CallRate rate, TimeProvider time)
{
    private double _tokens = rate.Burst;
    private long _timestamp = time.GetTimestamp();

    /// <summary>True where nothing was taken for long enough: a fresh bucket is the same.</summary>
    public bool IsFull
    {
        get
        {
            Refill();
            return _tokens >= rate.Burst;
        }
    }

    /// <summary>Takes one token; false where there is none.</summary>
    public bool TryTake()
    {
        Refill();
        if (_tokens < 1)
            return false;
        _tokens--;
        return true;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(rate.Burst, _tokens + (time.GetElapsedTime(_timestamp, now).TotalSeconds * rate.PerSecond));
        _timestamp = now;
    }
}
