using Gaia.Cli.CommandLine;
using Gaia.Cli.Tests.CommandLine;
using Gaia.Cli.Tests.Daemon;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Tests.Peers;

public sealed class PeersCommandTests
{
    private static readonly string Linked = new('1', 64);
    private static readonly string Known = new('2', 64);

    [Fact]
    public async Task Peers_AreListedOnce_LinkedOnesFirst()
    {
        await using FakeNode node = await FakeNode.StartAsync();
        node.Answers(
            "GET /v1/peers",
            new PeersView
            {
                Active = [new ActivePeerView(Linked, $"gaia://{Linked}@127.0.0.1:5001", "inbound", 61)],
                Known =
                [
                    new KnownPeerView(Linked, $"gaia://{Linked}@127.0.0.1:5001"),
                    new KnownPeerView(Known, $"gaia://{Known}@[::1]:5002"),
                ],
            },
            ApiJson.Default.PeersView);

        CommandRun run = await CommandRun.OfAsync("peers", "--api", node.Api);

        Assert.Equal(ExitCode.Ok, run.Exit);
        string row = Assert.Single(run.Output.Split('\n'), line => line.Contains("11111111", StringComparison.Ordinal));
        Assert.Contains("inbound", row, StringComparison.Ordinal);
        Assert.Contains("1 min 01 s", row, StringComparison.Ordinal);
        Assert.Contains("[::1]:5002", run.Output, StringComparison.Ordinal);
        Assert.Equal("gaia.peers/1", (await CommandRun.OfAsync("peers", "--api", node.Api, "--json"))
            .Json.GetProperty("schema").GetString());
    }
}
