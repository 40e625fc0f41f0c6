namespace Gaia.Node.Tests.Rigs;

/// <summary>A machine's two clocks, moved by hand: the wall clock may be set, the monotonic one runs and fires timers.
/// </summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _wall = start;
    private TimeSpan _monotonic;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _wall;
    }

    public override long GetTimestamp()
    {
        lock (_lock)
            return _monotonic.Ticks;
    }

    /// <summary>Sets the wall clock, as a time server does, or a suspended machine that wakes.</summary>
    public void SetWall(TimeSpan by)
    {
        lock (_lock)
            _wall += by;
    }

    /// <summary>Lets time pass on both.</summary>
    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _wall += by;
            _monotonic += by;
            due = _timers.FindAll(timer => timer.Due <= _monotonic);
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period != Timeout.InfiniteTimeSpan)
                throw new NotSupportedException("Only timers that fire once are used here.");
            lock (time._lock)
            {
                time._timers.Remove(this);
                Due = time._monotonic + dueTime;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    time._timers.Add(this);
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
