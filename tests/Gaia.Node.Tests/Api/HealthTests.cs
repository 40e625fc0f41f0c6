using System.Net;
using System.Net.Sockets;
using Gaia.Core.Identity;
using Gaia.Node.Tests.Rigs;
using Gaia.Overlay.Peers;

namespace Gaia.Node.Tests.Api;

public sealed class HealthTests
{
    [Fact]
    public async Task Status_WhereTheBootstrapIsDead_NamesTheFailingStepAndTheNodeStaysUp()
    {
        using var data = new TestDirectory();
        var dead = PeerAddress.Create(new NodeId(Hash256.Sha256("dead"u8)), "127.0.0.1", FreePort());
        var options = TestNode.Options(data.Path, dead);
        await using var node = await TestNode.StartAsync(
            options with { Limits = options.Limits with { IsolationGrace = TimeSpan.FromMilliseconds(50) } });

        await Await.StateAsync("a degraded node", () =>
            node.Status is { Health: "degraded", Bootstrap.Error: not null });

        var status = node.Status;
        Assert.Equal("connecting", status.Bootstrap.Step);
        Assert.Equal(dead.ToString(), status.Bootstrap.Address);
        Assert.True(status.Bootstrap.Attempts > 0);
        Assert.Contains("connecting", Assert.Single(status.Reasons), StringComparison.Ordinal);
        Assert.False(node.Node.StopRequested.IsCompleted);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
