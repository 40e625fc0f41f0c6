using Gaia.Islands.Ports;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Tasks;

public sealed class TaskStoreTests : IDisposable
{
    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Task_ComesBackVerbatim_AlsoAfterReopening()
    {
        await using (var store = await _directory.OpenAsync())
        {
            Assert.True(await store.Tasks.AddAsync(StoredTask(1), default));
            Assert.False(await store.Tasks.AddAsync(StoredTask(1) with { SignedBytes = default }, default));
            var unsigned = StoredTask(2, joined: true) with { SignedBytes = default };
            Assert.True(await store.Tasks.AddAsync(unsigned, default));
            Assert.True(await store.Tasks.SetJoinedAsync(Task(1), true, default));
            Assert.False(await store.Tasks.SetJoinedAsync(Task(9), true, default));
        }

        await using var again = await _directory.OpenAsync();
        AssertSame(StoredTask(1, joined: true), await again.Tasks.FindAsync(Task(1), default));
        var all = await again.Tasks.ListAsync(default);
        Assert.Equal([Task(1), Task(2)], all.Select(task => task.Id));
        Assert.True(all[1].SignedBytes.IsEmpty);
        Assert.Null(await again.Tasks.FindAsync(Task(9), default));
    }

    [Fact]
    public async Task RemoveAsync_ForgetsTheTask_ButNotItsElitesAndRuns()
    {
        await using var store = await _directory.OpenAsync();
        await store.Tasks.AddAsync(StoredTask(1), default);
        await store.Elites.AddAsync(Elite(5), default);
        await store.Runs.SaveAsync(Run(6), default);
        Assert.True(await store.Tasks.RemoveAsync(Task(1), default));
        Assert.False(await store.Tasks.RemoveAsync(Task(1), default));
        Assert.Empty(await store.Tasks.ListAsync(default));
        Assert.Equal(1, await store.Elites.CountAsync(Task(1), default));
        Assert.NotNull(await store.Runs.FindAsync(Run(6).Run, default));
    }

    [Fact]
    public async Task Retention_ForgetsTheOldestThatNobodyWorksOn_NeverTheNewest()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { MaximumTasks = 3 });
        await store.Tasks.AddAsync(StoredTask(1, joined: true), default);
        for (var number = 2; number <= 6; number++)
            await store.Tasks.AddAsync(StoredTask(number), default);
        Assert.Equal([Task(1), Task(5), Task(6)], (await store.Tasks.ListAsync(default)).Select(task => task.Id));
        await store.Tasks.AddAsync(StoredTask(0), default);
        Assert.Contains(await store.Tasks.ListAsync(default), task => task.Id == Task(0));
    }

    private static void AssertSame(StoredTask expected, StoredTask? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.CanonicalBytes.ToArray(), actual.CanonicalBytes.ToArray());
        Assert.Equal(expected.SignedBytes.ToArray(), actual.SignedBytes.ToArray());
        Assert.Equal((expected.Id, expected.Stored, expected.Joined), (actual.Id, actual.Stored, actual.Joined));
    }
}
