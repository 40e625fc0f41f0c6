using System.Net.Http.Json;
using Gaia.Islands.Tasks;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Exchange;

public sealed class FalseScoreTests
{
    [Fact]
    public async Task Announce_WithAFalseScore_IsRefusedByEveryNodeAndShown()
    {
        using var data = new TestDirectory();
        await using var one = await TestNode.StartAsync(TestNode.Options(data.Sub("1")));
        await using var two = await TestNode.StartAsync(TestNode.Options(data.Sub("2"), one.Node.Address));
        TestNode[] honest = [one, two];
        await one.Http.PostAsync("/v1/tasks", JsonContent.Create(new { builtIn = "cartpole" }));
        await Await.StateAsync("the task at both", () => honest.All(node => node.Task is not null));
        await using var liar = new LyingPeer("gaia-test");
        await liar.LinkAsync(one.Node.Address);
        await Await.StateAsync("the liar among the peers", () => one.Status.Peers.Active == 2);

        liar.Announce(await DefinitionAsync(one), 499_000_000);

        var id = liar.Node.ToString();
        await Await.StateAsync("the liar named by both", () => honest.All(node => IsNamed(node, id)));
        foreach (var node in honest)
        {
            var exchange = node.Status.Exchange;
            Assert.Equal(1, exchange.RejectedByReason["FalseScore"]);
            Assert.Equal([id], exchange.Liars);
            Assert.Equal(1, node.Task!.ElitesRejected);
            Assert.NotEqual(id, node.Task.BestElite?.Origin);
        }
    }

    private static bool IsNamed(TestNode node, string id) => node.Status.Exchange.Liars.Contains(id);

    private static async Task<TaskDefinition> DefinitionAsync(TestNode node)
    {
        var view = await node.Http.GetFromJsonAsync("/v1/tasks/cartpole", ApiJson.Default.TaskView);
        var text = view!.Manifest.ToJsonString();
        return ManifestReader.Read(System.Text.Encoding.UTF8.GetBytes(text)).Value;
    }
}
