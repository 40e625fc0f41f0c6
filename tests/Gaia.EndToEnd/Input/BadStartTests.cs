using System.Net;
using System.Net.Sockets;
using Gaia.EndToEnd.Processes;

namespace Gaia.EndToEnd.Input;

[Collection(ProcessCollection.Name)]
public sealed class BadStartTests : IDisposable
{
    private const int Failed = 1;
    private const int Usage = 2;
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("--listen")]
    [InlineData("--api")]
    public async Task Rejects_TakenPort_SayingWhichAndWhatToDo(string option)
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        string endpoint = taken.LocalEndpoint.ToString()!;
        string free = option == "--api" ? "--listen" : "--api";

        CommandRun run = await RunAsync("--data", _folder.At("n"), option, endpoint, free, "127.0.0.1:0");

        AssertOneLine(run, Failed, endpoint, "choose another");
    }

    [Fact]
    public async Task Rejects_DataDirectoryThatCannotBe()
    {
        string file = _folder.At("file");
        await File.WriteAllTextAsync(file, "");
        CommandRun run = await RunAsync("--data", Path.Combine(file, "data"));
        AssertOneLine(run, Failed, Path.Combine(file, "data"), "--data");
    }

    [Fact]
    public async Task Rejects_SecondNodeOnTheSameData_AndTheFirstGoesOn()
    {
        await using RunningNode first = await RunningNode.StartAsync(_folder.At("n"));
        CommandRun run = await RunAsync("--data", first.Data, "--listen", "127.0.0.1:0", "--api", "127.0.0.1:0");
        AssertOneLine(run, Failed, first.Data, "--data");
        Assert.Equal("ok", (await first.StatusAsync())?.Health);
        Assert.Equal(0, (await CommandRun.OfAsync("status", "--data", first.Data)).Exit);
    }

    [Theory]
    [InlineData("--bootstrap", "gaia://xyz@127.0.0.1:7435")]
    [InlineData("--bootstrap", "127.0.0.1:7435")]
    [InlineData("--listen", "nowhere")]
    [InlineData("--api", "0.0.0.0:7434")]
    [InlineData("--threads", "0")]
    [InlineData("--network", "Not A Name")]
    public async Task Rejects_BadOption_NamingIt(string option, string value)
    {
        CommandRun run = await RunAsync("--data", _folder.At("n"), option, value);
        AssertOneLine(run, Usage, option, value);
        Assert.False(Directory.Exists(_folder.At("n")), "Nothing is made before everything is checked.");
    }

    [Fact]
    public async Task Rejects_ManyBadOptions_AllAtOnce()
    {
        CommandRun run = await RunAsync("--listen", "nowhere", "--threads", "x", "--bootstrap", "y");
        Assert.Equal(Usage, run.Exit);
        Assert.Equal(3, run.ErrorLines.Length);
    }

    [Fact]
    public async Task Rejects_UnknownOption()
    {
        CommandRun run = await RunAsync("--frobnicate");
        Assert.Equal(Usage, run.Exit);
        Assert.Contains("--frobnicate", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadBootstrap_NodeStaysUpAndStatusNamesTheFailingStep()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        int port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        string address = $"gaia://{new string('a', 64)}@127.0.0.1:{port}";
        await using RunningNode node = await RunningNode.StartAsync(_folder.At("n"), "--bootstrap", address);

        CommandRun status = await Until.GetAsync(
            async () =>
            {
                CommandRun run = await CommandRun.OfAsync("status", "--data", node.Data, "--json");
                return run.Exit == 4 ? run : null;
            },
            RunningNode.Patience,
            "status says that the node is unhealthy");

        Assert.Equal("degraded", status.Json.GetProperty("health").GetString());
        var bootstrap = status.Json.GetProperty("bootstrap");
        Assert.Equal("connecting", bootstrap.GetProperty("step").GetString());
        Assert.Equal(address, bootstrap.GetProperty("address").GetString());
        Assert.NotEqual("", bootstrap.GetProperty("error").GetString());
        Assert.True(bootstrap.GetProperty("attempts").GetInt32() >= 1);
        Assert.NotEmpty(status.Json.GetProperty("reasons").EnumerateArray());
    }

    public void Dispose() => _folder.Dispose();

    private static Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync(["run", .. arguments]);

    private static void AssertOneLine(CommandRun run, int exit, params string[] named)
    {
        Assert.True(run.Exit == exit, $"Exit {run.Exit}: {run.Error}");
        Assert.Empty(run.Output);
        string line = Assert.Single(run.ErrorLines);
        Assert.StartsWith("gaianode: ", line, StringComparison.Ordinal);
        Assert.All(named, text => Assert.Contains(text, line, StringComparison.Ordinal));
    }
}
