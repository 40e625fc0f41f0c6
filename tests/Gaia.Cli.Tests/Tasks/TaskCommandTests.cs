using System.Text.Json;
using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Tasks;

public sealed class TaskCommandTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("gaia-cli-").FullName;
    private FakeNode _node = null!;

    public async Task InitializeAsync() => _node = await FakeNode.StartAsync();

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Publish_BuiltInName_SendsItWithTheToken()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "api.token"), "5ec2e7\n");
        AnswerPublished();

        CommandRun run = await RunAsync("task", "publish", "lunarlander", "--data", _data);

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal($"published lunarlander as {Canned.TaskId}", run.Output.TrimEnd());
        FakeNode.Request request = Assert.Single(_node.Requests);
        Assert.Equal("Bearer 5ec2e7", request.Authorization);
        Assert.Equal("lunarlander", JsonDocument.Parse(request.Body).RootElement.GetProperty("builtIn").GetString());
    }

    [Fact]
    public async Task Publish_File_SendsItsBytes()
    {
        AnswerPublished();
        string manifest = await FileAsync("""{"schema":"gaia.task/1"}""");
        CommandRun run = await RunAsync("task", "publish", manifest, "--json");
        Assert.Equal("gaia.published/1", run.Json.GetProperty("schema").GetString());
        Assert.Equal("""{"schema":"gaia.task/1"}""", Assert.Single(_node.Requests).Body);
    }

    [Fact]
    public async Task Publish_NodeRefuses_PrintsEveryErrorAndExits2()
    {
        _node.Answers(
            "POST /v1/tasks",
            new ErrorView
            {
                Message = "the task is not valid",
                Errors =
                [
                    new ErrorDetail("$.world.id", "\"Pong\" is unknown.", "CartPole-v1, LunarLander-v3"),
                    new ErrorDetail("$.fitness.episodes", "0 is out of range.", "1 to 100"),
                ],
            },
            ApiJson.Default.ErrorView,
            400);
        CommandRun run = await RunAsync("task", "publish", await FileAsync("{}"));

        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Equal("  $.world.id: \"Pong\" is unknown. Allowed: CartPole-v1, LunarLander-v3.", run.ErrorLines[1]);
        Assert.Equal("  $.fitness.episodes: 0 is out of range. Allowed: 1 to 100.", run.ErrorLines[2]);
    }

    [Fact]
    public async Task Publish_TooSoon_ExitsFailed()
    {
        _node.Answers("POST /v1/tasks", """{"message":"try again in 40 s","errors":[]}""", 429);
        CommandRun run = await RunAsync("task", "publish", "cartpole");
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal("gaianode: try again in 40 s", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData(0, "empty")]
    [InlineData((64 * 1024) + 1, "too large")]
    public async Task Publish_FileOfWrongSize_IsNotSent(int length, string what)
    {
        CommandRun run = await RunAsync("task", "publish", await FileAsync(new string(' ', length)));
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains(what, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_node.Requests);
    }

    [Fact]
    public async Task Publish_Directory_IsNotSent()
    {
        CommandRun run = await RunAsync("task", "publish", _data);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("is a directory", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutTasks_SaysHowToPublishOne()
    {
        _node.Answers("GET /v1/tasks", new TasksView { Tasks = [] }, ApiJson.Default.TasksView);
        CommandRun run = await RunAsync("task", "list");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Contains("gaianode task publish", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AsJson_IsOneObject()
    {
        _node.Answers("GET /v1/tasks", new TasksView { Tasks = [Canned.TaskStatus()] }, ApiJson.Default.TasksView);
        CommandRun run = await RunAsync("task", "list", "--json");
        Assert.Equal("gaia.tasks/1", run.Json.GetProperty("schema").GetString());
        Assert.Contains("lunarlander", (await RunAsync("task", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_PrintsManifestStateAndElites()
    {
        _node.Answers("GET /v1/tasks/lunarlander", Canned.Task(Canned.Elite()), ApiJson.Default.TaskView);
        CommandRun run = await RunAsync("task", "show", "lunarlander");
        Assert.Equal(ExitCode.Ok, run.Exit);
        foreach (string fact in (string[])["gaia.task/1", "cccccccc", "250.5", "240.3", "dddddddd", "solved"])
            Assert.Contains(fact, run.Output, StringComparison.Ordinal);
        CommandRun json = await RunAsync("task", "show", "lunarlander", "--json");
        Assert.Equal("gaia.taskview/1", json.Json.GetProperty("schema").GetString());
    }

    [Fact]
    public async Task Show_UnknownTask_ExitsFailed()
    {
        CommandRun run = await RunAsync("task", "show", "nosuch");
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Single(run.ErrorLines);
    }

    private void AnswerPublished() => _node.Answers(
        "POST /v1/tasks",
        new PublishedTask { TaskId = Canned.TaskId, Name = "lunarlander" },
        ApiJson.Default.PublishedTask,
        201);

    private async Task<string> FileAsync(string text)
    {
        string path = Path.Combine(_data, "manifest.json");
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync([.. arguments, "--api", _node.Api]);
}
