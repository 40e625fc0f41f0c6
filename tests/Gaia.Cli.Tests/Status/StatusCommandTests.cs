using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Status;

public sealed class StatusCommandTests
{
    private const int NarrowColumns = 80;

    [Fact]
    public async Task Status_OfAHealthyNode_ShowsWhatItDoes()
    {
        await using FakeNode node = await StartAsync(Canned.Status());
        CommandRun run = await CommandRun.OfAsync("status", "--api", node.Api);

        Assert.Equal(ExitCode.Ok, run.Exit);
        Assert.Empty(run.Error);
        foreach (string fact in (string[])["aaaaaaaa", "2 linked, 5 known", "lunarlander", "250.5", "123,456", "cma_es",
            "7 sent, 5 accepted, 1 rejected (falseScore 1)", "false scores from eeeeeeee", "tls 3", "attempt 4 in 4 s"])
        {
            Assert.Contains(fact, run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Status_OnEightyColumns_FitsThem()
    {
        await using FakeNode node = await StartAsync(Canned.Status("no peer for 12 s"));
        CommandRun run = await CommandRun.InAsync([], NarrowColumns, ["status", "--api", node.Api]);

        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, NarrowColumns));
        // Names and numbers stay whole.
        Assert.Contains(" lunarlander ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" 261.8 ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_OfADegradedNode_SaysWhyAndExits4()
    {
        await using FakeNode node = await StartAsync(Canned.Status("no peer for 12 s"));

        CommandRun plain = await CommandRun.OfAsync("status", "--api", node.Api);
        Assert.Equal(ExitCode.Unhealthy, plain.Exit);
        Assert.Contains("no peer for 12 s", plain.Output, StringComparison.Ordinal);

        CommandRun json = await CommandRun.OfAsync("status", "--api", node.Api, "--json");
        Assert.Equal(ExitCode.Unhealthy, json.Exit);
        Assert.Equal("degraded", json.Json.GetProperty("health").GetString());
    }

    [Fact]
    public async Task Status_AsJson_IsTheNodesAnswer()
    {
        await using FakeNode node = await StartAsync(Canned.Status());
        CommandRun run = await CommandRun.OfAsync("status", "--api", node.Api, "--json");
        Assert.Equal("gaia.status/1", run.Json.GetProperty("schema").GetString());
        Assert.Equal(Canned.NodeId, run.Json.GetProperty("nodeId").GetString());
    }

    [Fact]
    public async Task Status_NoNode_SaysWhatToDoAndExits3()
    {
        FakeNode node = await FakeNode.StartAsync();
        string api = node.Api;
        await node.DisposeAsync();

        CommandRun run = await CommandRun.OfAsync("status", "--api", api, "--json");
        Assert.Equal(ExitCode.DaemonUnreachable, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains("gaianode run", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("{\"schema\":\"other\"}")]
    public async Task Status_SomethingElseAnswers_SaysSoAndExits3(string body)
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Answers("GET /v1/status", body);
        CommandRun run = await CommandRun.OfAsync("status", "--api", node.Api);
        Assert.Equal(ExitCode.DaemonUnreachable, run.Exit);
        Assert.Contains("not a gaianode", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_NodeFails_ExitsFailedWithItsWords()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Answers("GET /v1/status", """{"schema":"gaia.error/1","message":"it broke","errors":[]}""", 500);
        CommandRun run = await CommandRun.OfAsync("status", "--api", node.Api);
        Assert.Equal(ExitCode.Failed, run.Exit);
        Assert.Equal("gaianode: it broke", Assert.Single(run.ErrorLines));
    }

    private static async Task<FakeNode> StartAsync(NodeStatus status) =>
        (await FakeNode.StartAsync()).Answers("GET /v1/status", status, ApiJson.Default.NodeStatus);
}
