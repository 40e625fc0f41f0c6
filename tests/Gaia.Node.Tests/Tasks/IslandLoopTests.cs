using System.Text;
using Gaia.Core.Identity;
using Gaia.Islands.Tasks;
using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Node.Tasks;
using Gaia.Node.Tests.Rigs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Tasks;

public sealed class IslandLoopTests : IDisposable
{
    // 49,164 episodes of LunarLander a generation: half a minute of a core.
    private const string Large = """
        {"schema":"gaia.task/1","name":"large","world":{"id":"LunarLander-v3"},
         "optimizers":[{"type":"cma_es","settings":{"population":4096}}],
         "fitness":{"episodes":12},"limits":{"wallSeconds":WALL}}
        """;

    private static readonly NodeId Self = new(Hash256.Sha256("self"u8));

    private readonly TestDirectory _directory = new();

    [Fact]
    public async Task Plan_GenerationThatFitsNoTurn_EndsItsTaskAndLeavesTheTurnsToTheOthers()
    {
        var large = Task(Large.Replace("WALL", "86400", StringComparison.Ordinal));
        var small = Task("""{"schema":"gaia.task/1","name":"small","world":{"id":"CartPole-v1"}}""");
        using var loop = NewLoop(TimeSpan.FromMilliseconds(400));
        loop.Plan([Order(large), Order(small)]);
        loop.Start();

        await Await.StateAsync("the end of the large task", () => Phase(loop, large) == IslandPhase.Finished);
        await Await.StateAsync("a generation of the small task", () => loop.Snapshot[small.Id].Generation > 0);

        Assert.Equal(
            "2 turns of 0.4 s were each too short for one generation", loop.Snapshot[large.Id].EndReason);
        Assert.Equal(0, loop.Snapshot[large.Id].Generation);
        await StopAsync(loop);
    }

    [Fact]
    public async Task Plan_WallClockEndsWithinAGeneration_BreaksItOff()
    {
        var large = Task(Large.Replace("WALL", "1", StringComparison.Ordinal));
        using var loop = NewLoop(TimeSpan.FromMinutes(1));
        loop.Plan([Order(large)]);
        loop.Start();

        await Await.StateAsync("the end of the task", () => Phase(loop, large) == IslandPhase.Finished);

        Assert.Equal("its 1 s are over", loop.Snapshot[large.Id].EndReason);
        Assert.Equal(0, loop.Snapshot[large.Id].Generation);
        await StopAsync(loop);
    }

    public void Dispose() => _directory.Dispose();

    private static TaskDefinition Task(string text) => ManifestReader.Read(Encoding.UTF8.GetBytes(text)).Value;

    private static TaskOrder Order(TaskDefinition task) => new(task, null, new EpisodeMeter(0, 0), IsSolved: false);

    private static IslandPhase? Phase(IslandLoop loop, TaskDefinition task) =>
        loop.Snapshot.GetValueOrDefault(task.Id)?.Phase;

    private static Task StopAsync(IslandLoop loop)
    {
        loop.Stop();
        return loop.Completion.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
    }

    private IslandLoop NewLoop(TimeSpan slice)
    {
        var options = TestNode.Options(_directory.Path);
        return new IslandLoop(
            Self,
            options with { Limits = options.Limits with { TurnSlice = slice, TurnAttempts = 2 } },
            new ExchangeInbox(options.Limits.ExchangeQueue),
            new MemoryStores(),
            new StoreHealth(NullLogger.Instance),
            TimeProvider.System,
            NullLogger.Instance);
    }
}
