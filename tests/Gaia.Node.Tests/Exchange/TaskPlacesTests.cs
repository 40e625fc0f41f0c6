using System.Globalization;
using System.Net;
using System.Text;
using Gaia.Core.Identity;
using Gaia.Islands.Tasks;
using Gaia.Node.Hosting;
using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Exchange;

public sealed class TaskPlacesTests
{
    private const long OneGeneration = 21;
    private const long Unending = 1_000_000_000;

    [Fact]
    public async Task Join_WhereEveryPlaceIsTaken_EndedTasksGiveWayAndOwnOnesToNoStranger()
    {
        using var data = new TestDirectory();
        var stores = new MemoryStores();
        var options = Options(data);
        TaskId[] own;
        await using (var node = await TestNode.StartAsync(options, stores))
        {
            await using var stranger = new LyingPeer("gaia-test");
            await stranger.LinkAsync(node.Node.Address);
            var ended = stranger.Publish(NewTask("ended", OneGeneration));
            await TasksAsync(node, ended);
            await Await.StateAsync("the end of its budget", () => node.Task!.State == "finished");
            Assert.Equal("its budget is used", node.Task!.EndReason);
            var first = stranger.Publish(NewTask("first", Unending));
            await TasksAsync(node, ended, first);

            var second = stranger.Publish(NewTask("second", Unending));
            await TasksAsync(node, first, second);
            Assert.False((await stores.FindAsync(ended, CancellationToken.None))!.Joined);

            stranger.Publish(NewTask("third", Unending));
            await RefusedAsync(node, 1);
            await TasksAsync(node, first, second);

            var mine = await PublishAsync(node, "mine");
            await TasksAsync(node, first, mine);
            var mineToo = await PublishAsync(node, "mine too");
            await TasksAsync(node, mine, mineToo);

            stranger.Publish(NewTask("fourth", OneGeneration));
            await RefusedAsync(node, 2);
            Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(node, "one too many")).StatusCode);
            await TasksAsync(node, mine, mineToo);
            own = [mine, mineToo];
        }

        await using var again = await TestNode.StartAsync(options, stores);
        await TasksAsync(again, own);
    }

    private static NodeOptions Options(TestDirectory data)
    {
        var options = TestNode.Options(data.Path);
        return options with { Limits = options.Limits with { Tasks = 2 } };
    }

    private static TaskDefinition NewTask(string name, long evaluations) =>
        ManifestReader.Read(Encoding.UTF8.GetBytes(Manifest(name, evaluations))).Value;

    // A score that no lander reaches.
    private static string Manifest(string name, long evaluations) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"schema":"gaia.task/1","name":"{{name}}","world":{"id":"LunarLander-v3"},
         "optimizers":[{"type":"cma_es","settings":{"population":20} }],"fitness":{"episodes":1},
         "solved":{"score":100000},"budget":{"evaluations":{{evaluations}}} }
        """);

    private static Task TasksAsync(TestNode node, params TaskId[] tasks) => Await.StateAsync(
        $"{tasks.Length} tasks",
        () => node.Status.Tasks.Select(task => task.TaskId).SequenceEqual(tasks.Select(task => task.ToString())));

    private static Task RefusedAsync(TestNode node, long count) => Await.StateAsync(
        $"{count} refused tasks", () => node.Status.Refused.GetValueOrDefault("taskWithoutPlace") == count);

    private static Task<HttpResponseMessage> PostAsync(TestNode node, string name) => node.Http.PostAsync(
        "/v1/tasks", new StringContent(Manifest(name, Unending), Encoding.UTF8, "application/json"));

    private static async Task<TaskId> PublishAsync(TestNode node, string name)
    {
        var response = await PostAsync(node, name);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await Await.StateAsync(
            "the task", () => node.Status.Tasks.FirstOrDefault(task => task.Name == name)) is { } view
            && Hash256.TryParseHex(view.TaskId, out var id)
            ? new TaskId(id)
            : throw new InvalidOperationException("The task has no id.");
    }
}
