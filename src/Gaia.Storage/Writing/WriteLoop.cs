using System.Threading.Channels;
using Gaia.Storage.Opening;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage.Writing;

/// <summary>The only writer: one loop, one connection, writes gathered into transactions.</summary>
/// <remarks>
/// A commit costs a flush of the disk whatever it holds, so everything that has come in while the last one ran goes
/// into the next one. A write is acknowledged after its commit, never before. A write that fails by itself is undone by
/// itself; when the commit fails, all of its writes fail.
/// </remarks>
internal sealed class WriteLoop : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _file;
    private readonly StorageOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<IWrite> _queue;
    private readonly Task _loop;
    private long _writes;
    private long _commits;

    public WriteLoop(SqliteConnection connection, string file, StorageOptions options, TimeProvider time)
    {
        _connection = connection;
        _file = file;
        _options = options;
        _time = time;
        _queue = Channel.CreateBounded<IWrite>(new BoundedChannelOptions(options.MaximumWaitingWrites)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
        });
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Writes that are durable.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    /// <summary>Transactions that it took.</summary>
    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Waits for room, then for the commit.</summary>
    /// <exception cref="StoreException">The disk did not allow it; nothing was stored.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<T> WriteAsync<T>(
        Func<SqliteConnection, SqliteTransaction, T> apply, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new Write<T>(apply, cancellationToken);
        try
        {
            await _queue.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(GaiaStore), "The store is closed.");
        }

        return await write.Done.ConfigureAwait(false);
    }

    /// <summary>Lets what waits finish, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            Commit();
    }

    private void Commit()
    {
        var group = new List<IWrite>();
        var hasBegun = false;
        try
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            hasBegun = true;
            var begun = _time.GetTimestamp();
            while (group.Count < _options.MaximumGroup
                && (group.Count == 0 || _time.GetElapsedTime(begun) < _options.GroupTime)
                && _queue.Reader.TryRead(out var write))
            {
                Apply(write, transaction, group);
            }

            transaction.Commit();
        }
        catch (Exception error)
        {
            // Nothing of the group is on the disk. The loop goes on: a disk that was full may have room again.
            var failure = error is SqliteException sqlite ? StoreFailures.Wrap(sqlite, _file) : error;

            // Where no transaction could even begin, the first write must not wait for ever, or the loop would spin.
            if (!hasBegun && _queue.Reader.TryRead(out var first))
                group.Add(first);
            foreach (var write in group)
                write.Fail(failure);
            return;
        }

        Interlocked.Add(ref _writes, group.Count);
        Interlocked.Increment(ref _commits);
        foreach (var write in group)
            write.Acknowledge();
    }

    private static void Apply(IWrite write, SqliteTransaction transaction, List<IWrite> group)
    {
        const string Point = "write";

        // In the group before anything can throw: whoever has left the queue is answered, with the group or alone.
        group.Add(write);
        transaction.Save(Point);
        bool isWanted;
        try
        {
            isWanted = write.Apply(transaction.Connection!, transaction);
        }
        catch (Exception error) when (!IsOfTheDisk(error))
        {
            // Answered before it is undone: where that fails, the rest of the group fails, and undoes it all the same.
            group.RemoveAt(group.Count - 1);
            write.Fail(error);
            transaction.Rollback(Point);
            transaction.Release(Point);
            return;
        }

        transaction.Release(Point);
        if (!isWanted)
            group.RemoveAt(group.Count - 1);
    }

    // Not the write's own fault: SQLite may have rolled back the whole transaction.
    private static bool IsOfTheDisk(Exception error) =>
        error is SqliteException sqlite && StoreFailures.From(sqlite, "") is not null;
}
