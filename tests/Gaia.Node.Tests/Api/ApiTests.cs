using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gaia.Node.Api.Contracts;
using Gaia.Node.Tests.Rigs;

namespace Gaia.Node.Tests.Api;

/// <summary>The local API of a real node, over real HTTP.</summary>
public sealed class ApiTests : IAsyncLifetime, IDisposable
{
    private readonly TestDirectory _data = new();
    private readonly MemoryStores _stores = new();
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        var options = TestNode.Options(_data.Path);
        _node = await TestNode.StartAsync(
            options with { Limits = options.Limits with { PublishPeriod = TimeSpan.FromMinutes(1) } }, _stores);
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer 00")]
    [InlineData("Basic Zm9v")]
    public async Task Rejects_ChangeWithoutTheToken(string? authorization)
    {
        using var http = new HttpClient { BaseAddress = _node.Node.Api };
        if (authorization is not null)
            http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        var answer = await http.PostAsync("/v1/stop", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("api.token", (await ErrorAsync(answer)).Message, StringComparison.Ordinal);
        Assert.False(_node.Node.StopRequested.IsCompleted);
    }

    [Fact]
    public async Task Rejects_HostOfAnotherSite_EvenForReading()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/status");
        request.Headers.Host = "evil.example";

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await _node.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Rejects_PageOfAnotherSite()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/stop");
        request.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await _node.Http.SendAsync(request)).StatusCode);
        Assert.False(_node.Node.StopRequested.IsCompleted);
    }

    [Fact]
    public async Task Publish_BadManifest_ListsEveryErrorAndStoresNothing()
    {
        const string Manifest = """
            { "schema": "gaia.task/1", "name": "", "world": { "id": "Nowhere-v0" }, "colour": 3,
              "optimizers": [ { "type": "magic" } ], "fitness": { "episodes": 0 } }
            """;

        var answer = await PostAsync(Manifest);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var paths = (await ErrorAsync(answer)).Errors.Select(error => error.Path).ToArray();
        Assert.Contains("$.name", paths);
        Assert.Contains("$.world.id", paths);
        Assert.Contains("$.optimizers[0].type", paths);
        Assert.Contains("$.fitness.episodes", paths);
        Assert.Contains("$.colour", paths);
        Assert.Empty(_node.Status.Tasks);
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("""{"builtIn":"chess"}""", "$.builtIn")]
    public async Task Publish_WhatIsNoTask_NamesThePath(string body, string path)
    {
        var answer = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains((await ErrorAsync(answer)).Errors, error => error.Path == path && error.Allowed.Length > 0);
    }

    [Fact]
    public async Task Publish_OfAnotherPublisher_IsRefused()
    {
        var other = new string('0', 62) + "ab";
        var answer = await PostAsync(
            $$"""{"schema":"gaia.task/1","name":"x","world":{"id":"CartPole-v1"},"publisher":"{{other}}"}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("$.publisher", Assert.Single((await ErrorAsync(answer)).Errors).Path);
    }

    [Fact]
    public async Task Publish_TooLong_IsRefusedBySize()
    {
        var answer = await PostAsync($"{{\"name\":\"{new string('x', 70_000)}\"}}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Publish_Twice_TheSecondHasToWait()
    {
        var first = await PostAsync("""{"builtIn":"cartpole"}""");
        var second = await PostAsync("""{"builtIn":"lunarlander"}""");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var task = Assert.Single(_node.Status.Tasks);
        Assert.Equal("cartpole", task.Name);
        foreach (var wanted in (string[])["cartpole", task.TaskId, task.TaskId[..6]])
        {
            var view = await _node.Http.GetFromJsonAsync($"/v1/tasks/{wanted}", ApiJson.Default.TaskView);
            Assert.Equal(task.TaskId, view!.Status.TaskId);
            Assert.Equal(_node.Node.Id.ToString(), view.Manifest["publisher"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Publish_WhileTheStoreFails_PublishesNothingAndTheNodeIsDegraded()
    {
        _stores.Failure = "no room";
        var refused = await PostAsync("""{"builtIn":"cartpole"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Empty(_node.Status.Tasks);
        Assert.Equal("degraded", _node.Status.Health);
        Assert.Contains("no room", Assert.Single(_node.Status.Reasons), StringComparison.Ordinal);

        _stores.Failure = null;
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("""{"builtIn":"cartpole"}""")).StatusCode);
        await Await.StateAsync("a healthy node", () => _node.Status.Health == "ok");
    }

    [Theory]
    [InlineData("/v1/tasks/abcdef")]
    [InlineData("/v1/elites/abcdef")]
    [InlineData("/v1/elites/abcdef/policy")]
    [InlineData("/v1/nothing")]
    [InlineData("/")]
    public async Task Get_WhatIsNotThere_SaysSo(string path)
    {
        var answer = await _node.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty((await ErrorAsync(answer)).Message);
    }

    [Fact]
    public async Task Get_TheReadingPaths_GiveTheirSchemas()
    {
        foreach (var (path, schema) in ((string, string)[])
            [
                ("/v1/status", "gaia.status/1"), ("/v1/id", "gaia.id/1"),
                ("/v1/peers", "gaia.peers/1"), ("/v1/tasks", "gaia.tasks/1"),
            ])
        {
            using var json = JsonDocument.Parse(await _node.Http.GetStringAsync(path));
            Assert.Equal(schema, json.RootElement.GetProperty("schema").GetString());
        }

        Assert.True((await _node.Http.GetAsync("/healthz")).IsSuccessStatusCode);
        Assert.True((await _node.Http.GetAsync("/readyz")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Stop_WithTheToken_AsksTheNodeToStop()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _node.Http.PostAsync("/v1/stop", null)).StatusCode);
        await _node.Node.StopRequested.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        _node.Http.PostAsync("/v1/tasks", new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<ErrorView> ErrorAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync(ApiJson.Default.ErrorView))!;
}
