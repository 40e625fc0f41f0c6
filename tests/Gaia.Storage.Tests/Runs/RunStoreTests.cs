using Gaia.Islands.Ports;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Runs;

public sealed class RunStoreTests : IDisposable
{
    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Run_ComesBack_AlsoAfterReopening_WithAndWithoutNumbers()
    {
        var bare = Run(2) with { BestFitness = null, ScoreMicros = null, Checkpoint = default, Island = 3 };
        await using (var store = await _directory.OpenAsync())
        {
            await store.Runs.SaveAsync(Run(1), default);
            await store.Runs.SaveAsync(bare, default);
        }

        await using var again = await _directory.OpenAsync();
        AssertSame(Run(1), await again.Runs.FindAsync(Run(1).Run, default));
        AssertSame(bare, await again.Runs.FindAsync(bare.Run, default));
        Assert.Null(await again.Runs.FindAsync(Run(3).Run, default));
    }

    [Fact]
    public async Task SaveAsync_OfTheSameRun_ReplacesItsState()
    {
        await using var store = await _directory.OpenAsync();
        await store.Runs.SaveAsync(Run(1), default);
        var later = Run(1, updated: 9) with { Generation = 77, Evaluations = 5000, Checkpoint = new byte[] { 8 } };
        await store.Runs.SaveAsync(later, default);
        AssertSame(later, await store.Runs.FindAsync(later.Run, default));
        Assert.Single(await store.Runs.ListAsync(10, default));
    }

    [Fact]
    public async Task FindLatestAsync_GivesTheLastUpdatedRunOfThatIsland()
    {
        await using var store = await _directory.OpenAsync();
        await store.Runs.SaveAsync(Run(1, updated: 5), default);
        await store.Runs.SaveAsync(Run(2, updated: 9), default);
        await store.Runs.SaveAsync(Run(3, updated: 7), default);
        await store.Runs.SaveAsync(Run(4, updated: 20) with { Island = 1 }, default);
        await store.Runs.SaveAsync(Run(5, task: 2, updated: 30), default);
        var latest = await store.Runs.FindLatestAsync(Task(1), Node(7), 0, default);
        AssertSame(Run(2, updated: 9), latest);
        Assert.Null(await store.Runs.FindLatestAsync(Task(1), Node(8), 0, default));
    }

    [Fact]
    public async Task ListAsync_GivesTheLatestFirst_WithoutCheckpoints()
    {
        await using var store = await _directory.OpenAsync();
        for (var number = 0; number < 5; number++)
            await store.Runs.SaveAsync(Run(number, updated: number), default);
        var runs = await store.Runs.ListAsync(3, default);
        Assert.Equal([4L, 3, 2], runs.Select(run => run.Generation));
        Assert.All(runs, run => Assert.True(run.Checkpoint.IsEmpty));
    }

    [Fact]
    public async Task Retention_ForgetsTheRunsUpdatedLongestAgo()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { MaximumRuns = 2 });
        for (var number = 0; number < 5; number++)
            await store.Runs.SaveAsync(Run(number, updated: number), default);
        Assert.Equal([4L, 3], (await store.Runs.ListAsync(10, default)).Select(run => run.Generation));
    }

    private static void AssertSame(RunRecord expected, RunRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Checkpoint.ToArray(), actual.Checkpoint.ToArray());
        Assert.Equal(expected with { Checkpoint = default }, actual with { Checkpoint = default });
    }
}
