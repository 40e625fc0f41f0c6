using Gaia.Islands.Elites;
using static Gaia.Storage.Tests.TemporaryStore;

namespace Gaia.Storage.Tests.Elites;

public sealed class EliteStoreTests : IDisposable
{
    private readonly TemporaryStore _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Elite_WithParents_ComesBackBitForBit_AlsoAfterReopening()
    {
        var elite = Elite(3, score: -123_456_789, parents: [1, 2]) with
        {
            Genome = [0f, BitConverter.UInt32BitsToSingle(0x7fc0_1234), -0f, float.MaxValue],
        };
        await using (var store = await _directory.OpenAsync())
        {
            Assert.True(await store.Elites.AddAsync(elite, default));
            AssertSame(elite, await store.Elites.FindAsync(elite.Task, elite.Id, default));
        }

        await using var again = await _directory.OpenAsync();
        var back = await again.Elites.FindAsync(elite.Task, elite.Id, default);
        AssertSame(elite, back);
        Assert.Equal(
            elite.Genome.Select(BitConverter.SingleToUInt32Bits), back!.Genome.Select(BitConverter.SingleToUInt32Bits));
    }

    [Fact]
    public async Task AddAsync_OfAStoredElite_SaysFalseAndChangesNothing()
    {
        await using var store = await _directory.OpenAsync();
        Assert.True(await store.Elites.AddAsync(Elite(1, score: 5), default));
        Assert.False(await store.Elites.AddAsync(Elite(1, score: 9), default));
        Assert.True(await store.Elites.AddAsync(Elite(1, score: 9, task: 2), default));
        Assert.Equal(5, (await store.Elites.FindAsync(Task(1), EliteId(1), default))!.ScoreMicros);
        Assert.Equal(1, await store.Elites.CountAsync(Task(1), default));
        Assert.Null(await store.Elites.FindAsync(Task(3), EliteId(1), default));
    }

    [Fact]
    public async Task ListBestAsync_OrdersByScoreThenById()
    {
        await using var store = await _directory.OpenAsync();
        for (var number = 0; number < 40; number++)
            await store.Elites.AddAsync(Elite(number, score: number % 5), default);
        var best = await store.Elites.ListBestAsync(Task(1), 17, default);
        var expected = Enumerable.Range(0, 40).Select(n => Elite(n, n % 5))
            .OrderByDescending(elite => elite.ScoreMicros).ThenBy(elite => elite.Id).Take(17);
        Assert.Equal(expected.Select(elite => elite.Id), best.Select(elite => elite.Id));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => store.Elites.ListBestAsync(Task(1), 0, default));
    }

    [Fact]
    public async Task Retention_KeepsTheBestGenomesOfEachTask_AndForgetsTheOldestAncestors()
    {
        var options = new StorageOptions { ElitesPerTask = 5, AncestorsPerTask = 8 };
        await using var store = await _directory.OpenAsync(options);
        for (var number = 0; number < 20; number++)
        {
            await store.Elites.AddAsync(Elite(number, score: number, parents: [number - 1]), default);
            await store.Elites.AddAsync(Elite(number, score: -number, task: 2), default);
        }

        var best = await store.Elites.ListBestAsync(Task(1), 100, default);
        Assert.Equal([19, 18, 17, 16, 15], best.Select(elite => (int)elite.Generation));
        Assert.Equal(5, await store.Elites.CountAsync(Task(1), default));
        var other = await store.Elites.ListBestAsync(Task(2), 100, default);
        Assert.Equal([0, 1, 2, 3, 19], other.Select(elite => (int)elite.Generation));
        Assert.Null(await store.Elites.FindAsync(Task(1), EliteId(14), default));
        await store.DisposeAsync();

        Assert.Equal(16, Sql.Number(_directory.File, "SELECT count(*) FROM elites"));
        Assert.Equal(10, Sql.Number(_directory.File, "SELECT count(*) FROM genomes"));
        Assert.Equal(8, Sql.Number(_directory.File, "SELECT count(*) FROM parents"));
        Assert.Equal(12, Sql.Number(_directory.File, "SELECT min(generation) FROM elites WHERE score > 0"));
    }

    [Fact]
    public async Task AddAsync_OfTheLowestScoreBeyondTheBound_StoresIt()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { ElitesPerTask = 2 });
        foreach (var number in (int[])[5, 4, 3])
        {
            var elite = Elite(number, score: number, parents: [0]);
            Assert.True(await store.Elites.AddAsync(elite, default));
            AssertSame(elite, await store.Elites.FindAsync(elite.Task, elite.Id, default));
        }

        var best = await store.Elites.ListBestAsync(Task(1), 10, default);
        Assert.Equal([5, 3], best.Select(elite => elite.ScoreMicros));
    }

    [Fact]
    public async Task Elite_WhoseGenomeWasLetGo_MayBeStoredAgain()
    {
        await using var store = await _directory.OpenAsync(new StorageOptions { ElitesPerTask = 2 });
        foreach (var number in (int[])[1, 2, 3])
            await store.Elites.AddAsync(Elite(number, score: number, parents: [0]), default);
        Assert.Null(await store.Elites.FindAsync(Task(1), EliteId(1), default));
        Assert.True(await store.Elites.AddAsync(Elite(1, score: 1, parents: [0]), default));
        Assert.Equal(2, await store.Elites.CountAsync(Task(1), default));
    }

    [Fact]
    public async Task ReadersAndWriters_AtOnce_SeeWholeElites()
    {
        await using var store = await _directory.OpenAsync();
        var writers = Enumerable.Range(0, 200)
            .Select(number => store.Elites.AddAsync(Elite(number, number, parents: [1, 2]), default)).ToArray();
        var readers = Enumerable.Range(0, 50).Select(async _ =>
        {
            foreach (var elite in await store.Elites.ListBestAsync(Task(1), 300, default))
                AssertSame(Elite((int)elite.Generation, elite.Generation, parents: [1, 2]), elite);
        }).ToArray();
        Assert.All(await System.Threading.Tasks.Task.WhenAll(writers), Assert.True);
        await System.Threading.Tasks.Task.WhenAll(readers);
        Assert.Equal(200, await store.Elites.CountAsync(Task(1), default));
        Assert.Equal(200, store.Writes);
        Assert.InRange(store.Commits, 1, 199);
    }

    [Fact]
    public async Task Source_AndOperator_ComeBack()
    {
        await using var store = await _directory.OpenAsync();
        var elite = Elite(2) with { Source = EliteSource.Received, OperatorName = EliteOperator.Migration };
        await store.Elites.AddAsync(elite, default);
        AssertSame(elite, await store.Elites.FindAsync(elite.Task, elite.Id, default));
    }
}
