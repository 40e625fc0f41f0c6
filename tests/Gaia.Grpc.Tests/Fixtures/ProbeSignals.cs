namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>States of a running handler that a test waits for or causes.</summary>
public sealed class ProbeSignals
{
    public TaskCompletionSource Started { get; } = New();

    public TaskCompletionSource Cancelled { get; } = New();

    public TaskCompletionSource Completed { get; } = New();

    public TaskCompletionSource Release { get; } = New();

    /// <summary>Runs until the token is cancelled, says so, and ends as a handler does that heeds its token.</summary>
    public async Task UntilCancelledAsync(CancellationToken token)
    {
        TaskCompletionSource gate = New();
        await using (token.Register(() => gate.TrySetResult()))
            await gate.Task;
        Cancelled.TrySetResult();
        token.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
