using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>The deadline of one call.</summary>
internal sealed class ClientDeadline : IDisposable
{
    public static readonly CallOutcome Passed = CallOutcome.Of(StatusCode.DeadlineExceeded, "Deadline exceeded.");

    /// <summary>Longest time that a timer takes; the server still gets a later deadline.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly ITimer? _timer;

    private ClientDeadline(ITimer? timer) => _timer = timer;

    /// <summary>Time left until a deadline, not negative; null when there is none.</summary>
    /// <exception cref="ArgumentException">The deadline is not UTC.</exception>
    public static TimeSpan? Remaining(TimeProvider time, DateTime? deadline)
    {
        if (deadline is not DateTime moment || moment == DateTime.MaxValue)
            return null;
        if (moment.Kind != DateTimeKind.Utc)
            throw new ArgumentException("A deadline must be a moment in UTC.", nameof(deadline));
        TimeSpan left = moment - time.GetUtcNow().UtcDateTime;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Starts the clock; with no time left, the deadline passes before this returns.</summary>
    public static ClientDeadline? Start(TimeProvider time, TimeSpan left, Action pass)
    {
        if (left > LongestTimer)
            return null;
        if (left > TimeSpan.Zero)
        {
            return new ClientDeadline(
                time.CreateTimer(static action => ((Action)action!)(), pass, left, Timeout.InfiniteTimeSpan));
        }

        pass();
        return null;
    }

    public void Dispose() => _timer?.Dispose();
}
