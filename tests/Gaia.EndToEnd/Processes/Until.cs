namespace Gaia.EndToEnd.Processes;

/// <summary>Waits for a state of another process, with a bound.</summary>
internal static class Until
{
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="ask">Gives the awaited value, or null while it is not there yet.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="what">What is awaited, for the failure.</param>
    /// <param name="describe">What was seen instead, for the failure.</param>
    public static async Task<T> GetAsync<T>(
        Func<Task<T?>> ask, TimeSpan limit, string what, Func<string>? describe = null)
        where T : class
    {
        using CancellationTokenSource end = new(limit, TimeProvider.System);
        using PeriodicTimer timer = new(AskInterval, TimeProvider.System);
        while (true)
        {
            if (await ask() is { } value) return value;
            try
            {
                await timer.WaitForNextTickAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not within {limit.TotalSeconds} s: {what}. {describe?.Invoke()}");
            }
        }
    }

    /// <summary>Asks until the answer is yes.</summary>
    public static Task TrueAsync(
        Func<Task<bool>> ask, TimeSpan limit, string what, Func<string>? describe = null) =>
        GetAsync<object>(async () => await ask() ? what : null, limit, what, describe);
}
