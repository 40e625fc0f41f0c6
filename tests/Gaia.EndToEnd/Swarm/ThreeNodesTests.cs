using System.Globalization;
using Gaia.Core.Identity;
using Gaia.EndToEnd.Processes;
using Gaia.Islands.Scoring;
using Gaia.Node.Api.Contracts;

namespace Gaia.EndToEnd.Swarm;

[Collection(ProcessCollection.Name)]
public sealed class ThreeNodesTests : IDisposable
{
    private const string Task = "cartpole";
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task ThreeNodes_KnowingOneAnotherInAChain_FindAllAndConfirmOneElite()
    {
        await using RunningNode one = await RunningNode.StartAsync(_folder.At("n1"));
        await using RunningNode two = await RunningNode.StartAsync(_folder.At("n2"), "--bootstrap", one.Ready.Address);
        await using RunningNode three =
            await RunningNode.StartAsync(_folder.At("n3"), "--bootstrap", two.Ready.Address);
        RunningNode[] nodes = [one, two, three];
        foreach (RunningNode node in nodes) await node.AwaitPeersAsync(2);

        CommandRun published = await CommandRun.OfAsync("task", "publish", Task, "--data", one.Data, "--json");
        Assert.Equal(0, published.Exit);
        string taskId = published.Json.GetProperty("taskId").GetString()!;
        EliteView elite = await AwaitCommonEliteAsync(nodes);
        await AssertCommandsAsync(nodes, taskId, elite);
        await AssertExportAsync(three, elite);
        foreach (RunningNode node in nodes) Assert.Equal(0, await node.InterruptAsync());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The first elite that every node has confirmed itself, with the same score.</summary>
    private static Task<EliteView> AwaitCommonEliteAsync(RunningNode[] nodes) => Until.GetAsync(
        async () =>
        {
            TaskView?[] views = await System.Threading.Tasks.Task.WhenAll(nodes.Select(node => node.TaskAsync(Task)));
            return views[0]?.Elites.FirstOrDefault(elite => elite.Confirmed && Array.TrueForAll(views, view =>
                view is not null && view.Elites.Any(other => Agrees(elite, other))));
        },
        RunningNode.Patience,
        "one elite that three nodes confirm",
        () => string.Join("\n\n", nodes.Select(node => node.Log)));

    private static bool Agrees(EliteView one, EliteView other) => other.Confirmed
        && string.Equals(one.EliteId, other.EliteId, StringComparison.Ordinal)
        && one.Score.Equals(other.Score)
        && one.Rescore.Equals(other.Rescore);

    private static async Task AssertCommandsAsync(RunningNode[] nodes, string taskId, EliteView elite)
    {
        foreach (RunningNode node in nodes)
        {
            CommandRun status = await CommandRun.OfAsync("status", "--data", node.Data, "--json");
            Assert.Equal(0, status.Exit);
            Assert.Equal(node.Id, status.Json.GetProperty("nodeId").GetString());
            Assert.Equal("ok", status.Json.GetProperty("health").GetString());

            CommandRun peers = await CommandRun.OfAsync("peers", "--data", node.Data, "--json");
            string[] linked =
            [
                .. peers.Json.GetProperty("active").EnumerateArray()
                    .Select(peer => peer.GetProperty("nodeId").GetString()!).Order(StringComparer.Ordinal),
            ];
            IEnumerable<string> others = nodes.Select(other => other.Id).Where(id => id != node.Id);
            Assert.Equal(others.Order(StringComparer.Ordinal), linked);

            CommandRun show = await CommandRun.OfAsync("task", "show", taskId[..12], "--data", node.Data, "--json");
            Assert.Equal(taskId, show.Json.GetProperty("status").GetProperty("taskId").GetString());
            Assert.Contains(
                elite.EliteId,
                show.Json.GetProperty("elites").EnumerateArray().Select(one => one.GetProperty("eliteId").GetString()));
        }

        CommandRun id = await CommandRun.OfAsync("id", "--data", nodes[0].Data);
        Assert.Equal(nodes[0].Ready.Address, id.Output.Trim());
    }

    private async Task AssertExportAsync(RunningNode node, EliteView elite)
    {
        string file = _folder.At("a.policy.json");
        CommandRun export = await CommandRun.OfAsync(
            "export", elite.EliteId, "-o", file, "--data", node.Data, "--json");
        Assert.Equal(0, export.Exit);
        Assert.Equal(elite.Score, export.Json.GetProperty("score").GetDouble());

        CommandRun evaluation = await CommandRun.OfAsync(
            "evaluate", file, "--seeds", OwnSeeds(elite.TaskId, elite.EliteId), "--json");
        Assert.Equal(elite.Score, evaluation.Json.GetProperty("mean").GetDouble(), tolerance: 1e-6);
    }

    /// <summary>The elite's held-out seeds, as the command line takes them.</summary>
    internal static string OwnSeeds(string taskId, string eliteId)
    {
        Assert.True(TaskId.TryParse(taskId, out TaskId task));
        Assert.True(EliteId.TryParse(eliteId, out EliteId elite));
        uint[] seeds = new uint[HeldOutSeeds.Count];
        HeldOutSeeds.For(task, elite, seeds);
        return string.Join(',', seeds.Select(seed => seed.ToString(CultureInfo.InvariantCulture)));
    }
}
