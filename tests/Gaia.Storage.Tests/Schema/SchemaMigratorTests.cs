using Gaia.Storage.Opening;
using Gaia.Storage.Schema;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Schema;

public sealed class SchemaMigratorTests : IDisposable
{
    private static readonly Migration Next = new(2, "ALTER TABLE tasks ADD COLUMN note TEXT NOT NULL DEFAULT 'none';");
    private static readonly Migration Broken = new(3, "CREATE TABLE half (x); CREATE TABLE half (x);");

    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Versions_CountUpFromOneWithoutAGap() =>
        Assert.Equal(Enumerable.Range(1, Migrations.All.Count), Migrations.All.Select(migration => migration.Version));

    [Fact]
    public async Task Version1_WithData_GoesForwardAndKeepsEverything()
    {
        await using (var old = Open(Migrations.All.Take(1)).Store!)
        {
            await old.Tasks.AddAsync(StoredTask(1), default);
            await old.Elites.AddAsync(Elite(2, 5, parents: [1]), default);
        }

        await using (var store = Open([Migrations.All[0], Next]).Store!)
        {
            AssertSame(Elite(2, 5, parents: [1]), await store.Elites.FindAsync(Task(1), EliteId(2), default));
            await store.Tasks.AddAsync(StoredTask(2), default);
        }

        Assert.Equal(2, Sql.Number(_directory.File, "PRAGMA user_version"));
        Assert.Equal(2, Sql.Number(_directory.File, "SELECT count(*) FROM tasks WHERE note = 'none'"));
    }

    [Fact]
    public async Task NewerSchema_IsRefusedByName()
    {
        await Open([Migrations.All[0], Next]).Store!.DisposeAsync();
        var failure = Open(Migrations.All.Take(1)).Failure!;
        Assert.Equal(StoreFault.TooNew, failure.Fault);
        Assert.Contains("schema 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("schema 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StepThatFails_LeavesTheSchemaBeforeIt()
    {
        await Open(Migrations.All.Take(1)).Store!.DisposeAsync();
        Assert.ThrowsAny<Exception>(() => Open([Migrations.All[0], Next, Broken]));
        Assert.Equal(2, Sql.Number(_directory.File, "PRAGMA user_version"));
        Assert.Equal(0, Sql.Number(_directory.File, "SELECT count(*) FROM sqlite_master WHERE name = 'half'"));
        await Open([Migrations.All[0], Next]).Store!.DisposeAsync();
    }

    [Fact]
    public async Task NewDatabase_IsMarkedAsANodes()
    {
        await Open(Migrations.All).Store!.DisposeAsync();
        Assert.Equal(SchemaMigrator.ApplicationId, Sql.Number(_directory.File, "PRAGMA application_id"));
        Assert.Equal("wal", Sql.Run(_directory.File, "PRAGMA journal_mode"));
    }

    private StoreOpening Open(IEnumerable<Migration> migrations) =>
        GaiaStore.Open(_directory.Directory, StorageOptions.Default, TimeProvider.System, [.. migrations]);
}
