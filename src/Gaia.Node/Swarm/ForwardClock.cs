namespace Gaia.Node.Swarm;

/// <summary>The overlay's time: never runs back, never stands, and follows the wall clock where that jumps ahead.
/// </summary>
/// <remarks>
/// Records live by the wall clock of their signers, so a node that slept or was set must catch up at once; back-offs
/// and time-outs need a time that goes on when the wall clock is set back. While this clock is ahead of the wall it
/// runs at half pace, until the two agree again. One owner.
/// </remarks>
/// <param name="time">Wall clock and monotonic timer.</param>
internal sealed class ForwardClock(TimeProvider time)
{
    private DateTimeOffset _last = time.GetUtcNow();
    private long _stamp = time.GetTimestamp();

    /// <summary>The time now.</summary>
    public DateTimeOffset Now()
    {
        var wall = time.GetUtcNow();
        var stamp = time.GetTimestamp();
        var passed = time.GetElapsedTime(_stamp, stamp);
        _stamp = stamp;
        var caughtUp = _last + (passed / 2);
        _last = wall > caughtUp ? wall : caughtUp;
        return _last;
    }
}
