using Grpc.Core;

namespace Gaia.Grpc.Server;

/// <summary>The deadline that a caller set for its call.</summary>
/// <remarks>When it passes, the caller is answered at once and the handler's token is cancelled; a handler that does
/// not heed its token runs on without a caller.</remarks>
internal sealed class ServerDeadline : IDisposable
{
    public static readonly Status Passed = new(StatusCode.DeadlineExceeded, "Deadline exceeded.");

    /// <summary>Longest time that a timer takes; a later deadline never passes.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly Func<Task> _expire;
    private readonly CancellationTokenSource _source;
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _timer;
    private int _state;

    public ServerDeadline(TimeProvider time, TimeSpan timeout, Func<Task> expire, CancellationToken callerGone)
    {
        _time = time;
        _timeout = timeout;
        _expire = expire;
        _source = CancellationTokenSource.CreateLinkedTokenSource(callerGone);
        Token = _source.Token;
        DateTime now = time.GetUtcNow().UtcDateTime;
        Moment = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
    }

    /// <summary>The deadline, UTC.</summary>
    public DateTime Moment { get; }

    /// <summary>Cancelled when the deadline passes or the caller has gone.</summary>
    public CancellationToken Token { get; }

    public void Start()
    {
        if (_timeout <= TimeSpan.Zero)
            Pass();
        else if (_timeout <= LongestTimer)
        {
            _timer = _time.CreateTimer(
                static self => ((ServerDeadline)self!).Pass(), this, _timeout, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops the clock, and waits for what it began.</summary>
    /// <returns>True when the deadline had passed.</returns>
    public async ValueTask<bool> StopAsync()
    {
        if (Interlocked.CompareExchange(ref _state, 2, 0) == 0)
            return false;
        await _answered.Task;
        return true;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    private void Pass()
    {
        if (Interlocked.CompareExchange(ref _state, 1, 0) != 0)
            return;
        _ = AnswerAsync();
        _source.Cancel();
    }

    private async Task AnswerAsync()
    {
        try
        {
            await _expire();
            _answered.SetResult();
        }
        catch (Exception failure)
        {
            // Carried to whoever stops the clock: the call's own task, which the server watches.
            _answered.SetException(failure);
        }
    }
}
