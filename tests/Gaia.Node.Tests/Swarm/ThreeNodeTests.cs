using System.Net;
using System.Net.Http.Json;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Tests.Rigs;
using Gaia.Policies;

namespace Gaia.Node.Tests.Swarm;

/// <summary>Three whole nodes in one process over real TLS: the main job, end to end.</summary>
public sealed class ThreeNodeTests
{
    [Fact]
    public async Task Chain_OfThreeNodes_LinksAllSharesTheTaskAndConfirmsOneElite()
    {
        using var data = new TestDirectory();
        await using var one = await TestNode.StartAsync(TestNode.Options(data.Sub("1")));
        await using var two = await TestNode.StartAsync(TestNode.Options(data.Sub("2"), one.Node.Address));
        await using var three = await TestNode.StartAsync(TestNode.Options(data.Sub("3"), two.Node.Address));
        TestNode[] all = [one, two, three];

        await Await.StateAsync("everybody linked to everybody", () => all.All(node => node.Status.Peers.Active == 2));

        var answer = await one.Http.PostAsync("/v1/tasks", JsonContent.Create(new { builtIn = "cartpole" }));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var published = (await answer.Content.ReadFromJsonAsync(ApiJson.Default.PublishedTask))!;

        var elite = await Await.StateAsync("one elite that all three confirmed", () => Common(all));

        foreach (var node in all)
        {
            var task = node.Task!;
            Assert.Equal(published.TaskId, task.TaskId);
            Assert.Equal("solved", task.State);
            var view = await node.Http.GetFromJsonAsync($"/v1/elites/{elite}", ApiJson.Default.EliteView);
            Assert.True(view!.Confirmed);
            Assert.True(view.Score >= 475 && view.Rescore >= 475);
            var policy = PolicyFile.Read(await node.Http.GetByteArrayAsync($"/v1/elites/{elite}/policy"));
            Assert.Equal("CartPole-v1", policy.Value.World);
            Assert.Equal("ok", node.Status.Health);
        }

        Assert.Equal(0, all.Sum(node => node.Status.Exchange.Rejected));
        Assert.True(all.Sum(node => node.Status.Exchange.Accepted) >= 2);
    }

    [Fact]
    public async Task LateJoiner_AfterTheTaskIsSolved_TakesTaskAndEliteFromInventories()
    {
        using var data = new TestDirectory();
        await using var one = await TestNode.StartAsync(TestNode.Options(data.Sub("1")));
        await one.Http.PostAsync("/v1/tasks", JsonContent.Create(new { builtIn = "cartpole" }));
        var solved = await Await.StateAsync("a solved task", () => one.Task?.SolvedElite);

        await using var two = await TestNode.StartAsync(TestNode.Options(data.Sub("2"), one.Node.Address));

        // It may find a better one of its own meanwhile; the one that it missed must be there all the same.
        await Await.StateAsync("the elite at the late joiner", () => ElitesOf(two, solved).Any(IsTheirs));
        await Await.StateAsync("one verdict", () => two.Task!.SolvedElite!.EliteId == one.Task!.SolvedElite!.EliteId);

        bool IsTheirs(EliteView elite) => elite.EliteId == solved.EliteId && elite.Confirmed;
    }

    private static IReadOnlyList<EliteView> ElitesOf(TestNode node, EliteView elite)
    {
        var answer = node.Http.Send(new HttpRequestMessage(HttpMethod.Get, $"/v1/tasks/{elite.TaskId}"));
        using var body = answer.Content.ReadAsStream();
        return answer.IsSuccessStatusCode
            ? System.Text.Json.JsonSerializer.Deserialize(body, ApiJson.Default.TaskView)!.Elites
            : [];
    }

    private static string? Common(TestNode[] nodes) =>
        nodes[0].Task?.SolvedElite?.EliteId is { } id && nodes.All(node => Confirms(node, id)) ? id : null;

    private static bool Confirms(TestNode node, string elite) => node.Task?.SolvedElite?.EliteId == elite;
}
