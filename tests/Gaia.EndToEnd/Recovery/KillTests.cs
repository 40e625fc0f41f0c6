using System.Globalization;
using Gaia.Core.Random;
using Gaia.EndToEnd.Processes;
using Gaia.Node.Api.Contracts;

namespace Gaia.EndToEnd.Recovery;

[Collection(ProcessCollection.Name)]
public sealed class KillTests : IDisposable
{
    /// <summary>Number of kills; a campaign sets it to 20.</summary>
    private const string KillsVariable = "GAIA_KILLS";
    private const int DefaultKills = 5;
    private const ulong Seed = 20261120;

    /// <summary>LunarLander with a score that nothing reaches, so that the search goes on.</summary>
    private const string EndlessTask =
        """
        {
          "schema": "gaia.task/1",
          "name": "endless",
          "world": { "id": "LunarLander-v3" },
          "policy": { "type": "mlp", "hidden": [8], "activation": "tanh" },
          "optimizers": [ { "type": "cma_es", "settings": { "sigma": 0.5, "population": 8 } } ],
          "fitness": { "episodes": 1, "reseed": "generation" },
          "solved": { "score": 100000, "episodes": 100 },
          "migration": { "every": 1, "topology": "gossip", "acceptance": "better" },
          "budget": { "evaluations": 100000000 }
        }
        """;

    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(3);
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task KilledAtRandomMoments_RestartsWithAllThatItHadAcknowledged()
    {
        int kills = int.TryParse(
            Environment.GetEnvironmentVariable(KillsVariable), CultureInfo.InvariantCulture, out int given)
            ? given
            : DefaultKills;
        string data = _folder.At("n1");
        HashSet<string> shown = new(StringComparer.Ordinal);
        await using RunningNode other = await RunningNode.StartAsync(_folder.At("n2"));
        RunningNode node = await RunningNode.StartAsync(data, "--bootstrap", other.Ready.Address);
        try
        {
            string id = node.Id;
            await node.AwaitPeersAsync(1);
            await node.PublishAsync(EndlessTask);
            long checkpoint = await StopInOrderAsync(node, shown);
            await node.DisposeAsync();

            for (int kill = 0; kill < kills; kill++)
            {
                // Without a bootstrap address: the peers that it knew must be enough.
                node = await RunningNode.StartAsync(data);
                Assert.Equal(id, node.Id);
                await AssertNothingLostAsync(node, shown, checkpoint);
                NumpyGenerator random = NumpyGenerator.FromSeed(Seed + (ulong)kill);
                double seconds = random.Uniform(ShortestLife.TotalSeconds, LongestLife.TotalSeconds);
                await WatchAsync(node, shown, TimeSpan.FromSeconds(seconds));
                await node.KillAsync();
                await node.DisposeAsync();
            }

            node = await RunningNode.StartAsync(data);
            await AssertNothingLostAsync(node, shown, checkpoint);
            long generation = (await node.TaskAsync("endless"))!.Status.Generation;
            await Until.TrueAsync(
                async () => (await node.TaskAsync("endless"))?.Status.Generation > generation,
                RunningNode.Patience,
                "the run goes on");
            Assert.NotEmpty(shown);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs until there is an elite, then stops in order, which writes a checkpoint.</summary>
    /// <returns>A generation that the checkpoint cannot be below.</returns>
    private static async Task<long> StopInOrderAsync(RunningNode node, HashSet<string> shown)
    {
        TaskView view = await Until.GetAsync(
            async () => await node.TaskAsync("endless") is { Elites.Count: > 0 } found ? found : null,
            RunningNode.Patience,
            "a first elite",
            () => node.Log);
        shown.UnionWith(view.Elites.Select(elite => elite.EliteId));
        Assert.Equal(0, await node.InterruptAsync());
        return view.Status.Generation;
    }

    /// <summary>Reads the API again and again for a time; what it shows is acknowledged.</summary>
    private static async Task WatchAsync(RunningNode node, HashSet<string> shown, TimeSpan time)
    {
        using CancellationTokenSource end = new(time, TimeProvider.System);
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                if (await node.TaskAsync("endless") is { } view)
                    shown.UnionWith(view.Elites.Select(elite => elite.EliteId));
            }
        }
        catch (OperationCanceledException)
        {
            // The moment has come.
        }
    }

    private static async Task AssertNothingLostAsync(RunningNode node, HashSet<string> shown, long checkpoint)
    {
        await node.AwaitPeersAsync(1);
        TaskView? view = await node.TaskAsync("endless");
        Assert.NotNull(view);
        // An island is back once it says which generation it is in.
        await Until.TrueAsync(
            async () => (await node.TaskAsync("endless"))?.Status.Generation >= checkpoint,
            RunningNode.Patience,
            $"generation {checkpoint} or later",
            () => node.Log);
        List<string> lost = [];
        foreach (string elite in shown)
        {
            if (await node.EliteAsync(elite) is null) lost.Add(elite);
        }

        Assert.True(lost.Count == 0, $"Of {shown.Count} acknowledged elites are lost: {string.Join(", ", lost)}");
    }
}
