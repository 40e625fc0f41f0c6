using Gaia.Islands.Ports;
using Gaia.Overlay.Ports;
using Gaia.Storage.Elites;
using Gaia.Storage.Identity;
using Gaia.Storage.Opening;
using Gaia.Storage.Peers;
using Gaia.Storage.Reading;
using Gaia.Storage.Runs;
using Gaia.Storage.Schema;
using Gaia.Storage.Tasks;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;

namespace Gaia.Storage;

/// <summary>What a node keeps on its disk: identity, peers, tasks, elites, runs.</summary>
/// <remarks>
/// One SQLite database in write-ahead mode. A write's task completes when the write is on the disk, so whatever was
/// acknowledged survives the process and the power. Any thread may read and write.
/// </remarks>
public sealed class GaiaStore : IAsyncDisposable
{
    /// <summary>Name of the database in the data directory.</summary>
    public const string FileName = "gaia.db";

    private readonly InstanceLock _lock;
    private readonly WriteLoop _writer;
    private readonly ReadPool _readers;
    private int _closed;

    private GaiaStore(
        InstanceLock instanceLock, SqliteConnection connection, string file, StorageOptions options, TimeProvider time)
    {
        File = file;
        _lock = instanceLock;
        _writer = new WriteLoop(connection, file, options, time);
        _readers = new ReadPool(file, options.Readers);
        Identity = new IdentityStore(_writer, _readers, file, time);
        Peers = new PeerStore(_writer, _readers);
        Tasks = new TaskStore(_writer, _readers, options);
        Elites = new EliteStore(_writer, _readers, options);
        Runs = new RunStore(_writer, _readers, options);
    }

    /// <summary>The database file.</summary>
    public string File { get; }

    /// <summary>Whose data this is.</summary>
    public IdentityStore Identity { get; }

    /// <summary>Peers for the next start.</summary>
    public IPeerStore Peers { get; }

    /// <summary>Tasks.</summary>
    public ITaskStore Tasks { get; }

    /// <summary>Elites with their parents.</summary>
    public IEliteStore Elites { get; }

    /// <summary>Runs with their checkpoints.</summary>
    public IRunStore Runs { get; }

    /// <summary>Writes that are durable since the store was opened.</summary>
    public long Writes => _writer.Writes;

    /// <summary>Transactions that they took.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Opens the store of a data directory; both are made where they are missing.</summary>
    /// <param name="directory">The data directory; this store alone has it until it is disposed of.</param>
    /// <param name="options">Limits.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="cancellationToken">Cancels before the check of the database begins.</param>
    /// <returns>The store, or a failure of kind unwritable, in use, corrupt, too new, full or disk.</returns>
    /// <exception cref="ArgumentException">An option is out of range; all of them are named.</exception>
    public static async Task<StoreOpening> OpenAsync(
        string directory, StorageOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        var errors = options.Validate();
        if (errors.Count > 0)
            throw new ArgumentException(string.Join("; ", errors), nameof(options));
        return await Task.Run(
            () => Open(Path.GetFullPath(directory), options, timeProvider, Migrations.All), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Finishes what waits, closes the database and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
        _lock.Dispose();
    }

    internal static StoreOpening Open(
        string directory, StorageOptions options, TimeProvider time, IReadOnlyList<Migration> migrations)
    {
        var (instanceLock, failure) = InstanceLock.Take(directory);
        if (instanceLock is null)
            return StoreOpening.Failed(failure!);
        var file = Path.Combine(directory, FileName);
        SqliteConnection? connection = null;
        try
        {
            failure = DatabaseFile.Make(file);
            if (failure is null)
            {
                connection = Connections.OpenWriter(file, options);
                failure = IntegrityCheck.Run(connection, file) ?? SchemaMigrator.Migrate(connection, file, migrations);
                if (failure is null)
                    return StoreOpening.Opened(new GaiaStore(instanceLock, connection, file, options, time));
            }
        }
        catch (SqliteException error) when (StoreFailures.From(error, file) is { } found)
        {
            failure = found;
        }
        catch
        {
            connection?.Dispose();
            instanceLock.Dispose();
            throw;
        }

        connection?.Dispose();
        instanceLock.Dispose();
        return StoreOpening.Failed(failure);
    }
}
