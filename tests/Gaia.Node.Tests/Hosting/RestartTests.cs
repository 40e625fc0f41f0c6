using System.Net.Http.Json;
using Gaia.Node.Hosting;
using Gaia.Node.Tests.Rigs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Hosting;

public sealed class RestartTests
{
    [Fact]
    public async Task Restart_OnTheSameDirectory_KeepsIdentityTasksElitesRunAndPeers()
    {
        using var data = new TestDirectory();
        await using var other = await TestNode.StartAsync(TestNode.Options(data.Sub("other")));
        var options = TestNode.Options(data.Sub("node"), other.Node.Address);
        await using var first = await StartOnDiskAsync(options);
        using (var http = Client(first))
            await http.PostAsync("/v1/tasks", JsonContent.Create(new { builtIn = "cartpole" }));
        var before = await Await.StateAsync("a solved task", () => Solved(first));
        await Await.StateAsync("a peer", () => first.Status.Peers.Active == 1);
        await first.StopAsync();

        // Nobody tells it of the other node any more.
        await using var second = await StartOnDiskAsync(options with { Bootstrap = [] });

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(before.TaskId, Assert.Single(second.Status.Tasks).TaskId);
        var after = await Await.StateAsync("the task solved again", () => Solved(second));
        Assert.True(after.SolvedElite!.Score >= before.SolvedElite!.Score);
        Assert.True(after.Evaluations >= before.Evaluations);
        Assert.True(after.Generation >= before.Generation);
        await Await.StateAsync("the peer again", () => second.Status.Peers.Active == 1);
    }

    [Fact]
    public async Task Restart_WithASolvedTask_TrainsNoMoreAndLosesNoEpisode()
    {
        using var data = new TestDirectory();
        var options = TestNode.Options(data.Path);
        var node = await StartOnDiskAsync(options);
        using (var http = Client(node))
            await http.PostAsync("/v1/tasks", JsonContent.Create(new { builtIn = "cartpole" }));
        await Await.StateAsync("a solved task", () => Solved(node));
        await node.StopAsync();
        var before = node.Status.Tasks[0];

        for (var start = 0; start < 3; start++)
        {
            await using var next = await StartOnDiskAsync(options);
            Assert.True(next.Status.Tasks[0].Evaluations >= before.Evaluations);
            var solved = await Await.StateAsync("the task solved still", () => Solved(next));
            // The last picture after the stop: no generation follows it.
            await next.StopAsync();
            var after = next.Status.Tasks[0];
            Assert.Equal(before.Generation, after.Generation);
            Assert.Equal("solved", after.State);
            Assert.True(after.Evaluations > before.Evaluations, "The second set is run again, and counted.");
            Assert.True(after.Evaluations >= solved.Evaluations);
            before = after;
        }
    }

    private static async Task<GaiaNode> StartOnDiskAsync(NodeOptions options)
    {
        var result = await GaiaNode.StartAsync(
            options, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        Assert.True(result.Succeeded, result.Failure?.Message);
        return result.Node;
    }

    private static HttpClient Client(GaiaNode node)
    {
        var http = new HttpClient { BaseAddress = node.Api };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + node.Token);
        return http;
    }

    private static Node.Api.Contracts.TaskStatusView? Solved(GaiaNode node) =>
        node.Status.Tasks.FirstOrDefault(task => task is { State: "solved", SolvedElite: not null });
}
