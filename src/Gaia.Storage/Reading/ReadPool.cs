using System.Collections.Concurrent;
using Gaia.Storage.Opening;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Reading;

/// <summary>Connections that only read, bounded in number; each read has one for itself.</summary>
internal sealed class ReadPool(string file, int readers) : IAsyncDisposable
{
    private readonly SemaphoreSlim _room = new(readers, readers);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs a read; SQLite blocks, so it runs on a thread of the pool.</summary>
    /// <exception cref="StoreException">The disk did not allow it.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(GaiaStore));
            return await Task.Run(() => Read(read), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Lets reads under way finish, then closes every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closed)
            return;
        _closed = true;
        for (var taken = 0; taken < readers; taken++)
            await _room.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var connection))
            await connection.DisposeAsync().ConfigureAwait(false);

        // Readers that come later find the pool closed instead of waiting for ever.
        _room.Release(readers);
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            if (!_idle.TryTake(out var connection))
                connection = Connections.OpenReader(file);
            try
            {
                var result = read(connection);
                _idle.Add(connection);
                return result;
            }
            catch
            {
                // A connection in an unknown state is not used again.
                connection.Dispose();
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw StoreFailures.Wrap(error, file);
        }
    }
}
