using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Elites;

public sealed class ExportCommandTests : IAsyncLifetime
{
    private const string Policy = """{"env":"LunarLander-v3"}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("gaia-cli-").FullName;
    private FakeNode _node = null!;

    public async Task InitializeAsync() => _node = (await FakeNode.StartAsync())
        .Answers("GET /v1/tasks/lunarlander", Canned.Task(Canned.Elite()), ApiJson.Default.TaskView)
        .Answers("GET /v1/elites/cccc", Canned.Elite(), ApiJson.Default.EliteView)
        .Answers($"GET /v1/elites/{Canned.EliteId}/policy", Policy);

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("lunarlander")]
    [InlineData("cccc")]
    public async Task Export_ByTaskOrElite_WritesThePolicy(string name)
    {
        string file = Path.Combine(_folder, "a.policy.json");
        CommandRun run = await RunAsync(name, "-o", file, "--json");
        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Equal(Policy, await File.ReadAllTextAsync(file));
        Assert.Equal(file, run.Json.GetProperty("file").GetString());
        Assert.Equal(Canned.EliteId, run.Json.GetProperty("eliteId").GetString());
        Assert.Equal(250.5, run.Json.GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Export_Dash_IsStandardOutput()
    {
        CommandRun run = await RunAsync("lunarlander", "-o", "-");
        Assert.Equal(Policy, run.Output.TrimEnd());
    }

    [Fact]
    public async Task Export_UnwritableFile_IsRefusedBeforeTheNodeIsAsked()
    {
        CommandRun run = await RunAsync("lunarlander", "-o", _folder);
        Assert.Equal(ExitCode.Usage, run.Exit);
        Assert.Contains("is a directory", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(_node.Requests);
    }

    [Fact]
    public async Task Export_UnknownName_SaysWhereToLook()
    {
        string file = Path.Combine(_folder, "b.policy.json");
        CommandRun run = await RunAsync("nosuch", "-o", file);
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains("gaianode task list", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Export_TaskWithoutElites_SaysSo()
    {
        _node.Answers("GET /v1/tasks/young", Canned.Task(), ApiJson.Default.TaskView);
        CommandRun run = await RunAsync("young", "-o", Path.Combine(_folder, "c.json"));
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Contains("no elite yet", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync(["export", .. arguments, "--api", _node.Api]);
}
