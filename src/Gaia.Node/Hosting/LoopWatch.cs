using Microsoft.Extensions.Logging;

namespace Gaia.Node.Hosting;

/// <summary>Starts the node's loops and sees them end. One that breaks stops the node, and is told about.</summary>
/// <param name="logger">Log.</param>
/// <param name="stopRequested">Faulted with the first break.</param>
internal sealed class LoopWatch(ILogger logger, TaskCompletionSource stopRequested)
{
    private readonly Dictionary<string, Task> _loops = [];
    private volatile bool _hasBroken;

    /// <summary>True once a loop has broken.</summary>
    public bool HasBroken => _hasBroken;

    public bool IsRunning(string name) => _loops.TryGetValue(name, out var loop) && !loop.IsCompleted;

    /// <summary>Starts a loop on the thread pool.</summary>
    public void Run(string name, Func<Task> loop) => _loops.Add(name, Task.Run(() => RunAsync(name, loop)));

    /// <summary>Waits for a loop that was told to end; one that was never started has ended.</summary>
    public Task EndedAsync(string name, TimeSpan limit, TimeProvider time) => _loops.TryGetValue(name, out var loop)
        ? WithinAsync(name, limit, token => loop.WaitAsync(token), time)
        : Task.CompletedTask;

    /// <summary>Waits for something as long as it may take, and logs where that was not enough.</summary>
    public async Task WithinAsync(string name, TimeSpan limit, Func<CancellationToken, Task> end, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        try
        {
            await end(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            NodeLog.StopTimeout(logger, name);
        }
    }

    private async Task RunAsync(string name, Func<Task> loop)
    {
        try
        {
            await loop();
        }
        catch (Exception exception)
        {
            // A programmer's error: half a node is worse than none.
            _hasBroken = true;
            NodeLog.LoopBroke(logger, name, exception);
            stopRequested.TrySetException(exception);
        }
    }
}
