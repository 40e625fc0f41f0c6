namespace Gaia.Node.Tests.Rigs;

/// <summary>Waits for a state, with a bound.</summary>
internal static class Await
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again and again until there is an answer.</summary>
    public static async Task<T> StateAsync<T>(string what, Func<T?> ask, int seconds = 20)
        where T : class
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        try
        {
            while (true)
            {
                if (ask() is { } answer)
                    return answer;
                await timer.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException($"{what} did not come about within {seconds} s.", exception);
        }
    }

    /// <summary>Asks again and again until it is so.</summary>
    public static Task StateAsync(string what, Func<bool> ask, int seconds = 20) =>
        StateAsync(what, () => ask() ? "" : null, seconds);
}
