using Gaia.Storage.Opening;
using Gaia.Storage.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Writing;

public sealed class WriteLoopTests : IDisposable
{
    /// <summary>How long an answer may take before it counts as none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task ManyWrites_ShareCommits_AndAllAreThere()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { MaximumWaitingWrites = 16 });
        var writes = Enumerable.Range(0, 500).Select(n => store.Elites.AddAsync(Elite(n, n), default)).ToArray();
        await System.Threading.Tasks.Task.WhenAll(writes);
        Assert.Equal(500, await store.Elites.CountAsync(Task(1), default));
        Assert.Equal(500, store.Writes);
        Assert.True(store.Commits <= 250, $"{store.Commits} commits for 500 writes");
    }

    [Fact]
    public async Task WriteThatFails_LeavesTheOthersOfItsGroupAlone()
    {
        await using var store = await _directory.OpenAsync();
        var good = Enumerable.Range(0, 50).Select(n => store.Elites.AddAsync(Elite(n, n), default)).ToArray();
        var bad = store.Elites.AddAsync(Elite(99) with { Optimizer = null! }, default);
        var more = Enumerable.Range(50, 50).Select(n => store.Elites.AddAsync(Elite(n, n), default)).ToArray();
        await Assert.ThrowsAnyAsync<Exception>(() => bad);
        await System.Threading.Tasks.Task.WhenAll([.. good, .. more]);
        Assert.Equal(100, await store.Elites.CountAsync(Task(1), default));
    }

    [Fact]
    public async Task FullDatabase_FailsTheWriteByName_KeepsWhatIsThere_AndGoesOn()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { MaximumBytes = 1 << 20 });
        var stored = 0;
        StoreException? error = null;
        for (var number = 0; number < 1000 && error is null; number++)
        {
            try
            {
                await store.Tasks.AddAsync(StoredTask(number) with { CanonicalBytes = new byte[16_000] }, default);
                stored++;
            }
            catch (StoreException full)
            {
                error = full;
            }
        }

        Assert.Equal(StoreFault.Full, error!.Failure.Fault);
        Assert.Contains(_directory.File, error.Message, StringComparison.Ordinal);
        Assert.InRange(stored, 30, 66);
        Assert.Equal(stored, (await store.Tasks.ListAsync(default)).Count);
        Assert.True(await store.Tasks.RemoveAsync(Task(0), default));
        Assert.True(await store.Tasks.AddAsync(StoredTask(2000) with { CanonicalBytes = new byte[15_000] }, default));
    }

    [Fact]
    public async Task CancelledWrite_IsNotStored()
    {
        await using var store = await _directory.OpenAsync();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Elites.AddAsync(Elite(1), source.Token));
        Assert.Equal(0, await store.Elites.CountAsync(Task(1), default));
    }

    [Fact]
    public async Task ClosedStore_FinishedWhatWaited_AndRefusesMore()
    {
        var store = await _directory.OpenAsync();
        var waiting = Enumerable.Range(0, 100).Select(n => store.Elites.AddAsync(Elite(n), default)).ToArray();
        await store.DisposeAsync();
        await store.DisposeAsync();
        Assert.All(await System.Threading.Tasks.Task.WhenAll(waiting), Assert.True);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Elites.AddAsync(Elite(1), default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Elites.CountAsync(Task(1), default));
    }

    [Fact]
    public async Task WriteWhoseSavepointFails_IsAnswered_AndTheLoopGoesOn()
    {
        await using var loop = OpenLoop();
        await loop.WriteAsync((connection, _) => DenyOnce(connection, "BEGIN"), default);
        var error = await Assert.ThrowsAsync<SqliteException>(
            () => loop.WriteAsync((_, _) => 1, default).WaitAsync(Patience));
        Assert.Equal(raw.SQLITE_AUTH, error.SqliteErrorCode);
        Assert.Equal(7, await loop.WriteAsync((_, _) => 7, default).WaitAsync(Patience));
    }

    [Fact]
    public async Task WriteThatFails_AndCannotBeUndone_IsAnsweredWithItsOwnError_AndTheLoopGoesOn()
    {
        await using var loop = OpenLoop();
        await loop.WriteAsync((connection, _) => DenyOnce(connection, "ROLLBACK"), default);
        await Assert.ThrowsAsync<FormatException>(
            () => loop.WriteAsync<int>((_, _) => throw new FormatException("mine"), default).WaitAsync(Patience));
        Assert.Equal(7, await loop.WriteAsync((_, _) => 7, default).WaitAsync(Patience));
    }

    private WriteLoop OpenLoop() => new(
        Connections.OpenWriter(_directory.File, StorageOptions.Default),
        _directory.File,
        StorageOptions.Default,
        TimeProvider.System);

    /// <summary>Makes SQLite refuse the next savepoint statement of a kind: BEGIN, RELEASE or ROLLBACK.</summary>
    private static bool DenyOnce(SqliteConnection connection, string operation)
    {
        var denied = false;
        strdelegate_authorizer authorize = (_, action, first, _, _, _) =>
        {
            if (denied || action != raw.SQLITE_SAVEPOINT || first != operation)
                return raw.SQLITE_OK;
            denied = true;
            return raw.SQLITE_DENY;
        };
        return raw.sqlite3_set_authorizer(connection.Handle, authorize, null) == raw.SQLITE_OK;
    }
}
