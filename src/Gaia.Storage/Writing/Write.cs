using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Writing;

/// <summary>A write with a result, which its caller awaits.</summary>
internal sealed class Write<T>(
    Func<SqliteConnection, SqliteTransaction, T> apply, CancellationToken cancellationToken) : IWrite
{
    // The writer's loop must not run what awaits it.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public bool Apply(SqliteConnection connection, SqliteTransaction transaction)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellationToken);
            return false;
        }

        _result = apply(connection, transaction);
        return true;
    }

    public void Acknowledge() => _done.TrySetResult(_result!);

    public void Fail(Exception error) => _done.TrySetException(error);
}
