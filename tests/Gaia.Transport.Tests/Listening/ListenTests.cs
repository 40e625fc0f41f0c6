using System.Net;
using Gaia.Transport.Identity;
using Gaia.Transport.Peers;
using Gaia.Transport.Swarm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Transport.Listening;

public sealed class ListenTests
{
    [Fact]
    public async Task ListenAsync_PortZero_TellsTheActualPort()
    {
        await using var node = await TestNode.StartAsync();
        Assert.NotEqual(0, node.Endpoint.Port);
        Assert.Equal(IPAddress.Loopback, node.Endpoint.Address);
    }

    [Fact]
    public async Task ListenAsync_TakenPort_IsNamedInOneLine_AndAnotherPortWorks()
    {
        await using var node = await TestNode.StartAsync();
        using var identity = NodeIdentity.Create();
        await using var second = Make(identity);
        var taken = await second.ListenAsync(node.Endpoint, CancellationToken.None);
        Assert.Equal(ListenFault.AddressInUse, taken.Fault);
        Assert.Contains(node.Endpoint.ToString(), taken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', taken.Message!);

        var free = await second.ListenAsync(new IPEndPoint(IPAddress.Loopback, 0), CancellationToken.None);
        Assert.True(free.Succeeded, free.Message);
    }

    [Fact]
    public async Task ListenAsync_AddressOfAnotherMachine_IsNamed()
    {
        using var identity = NodeIdentity.Create();
        await using var network = Make(identity);
        // TEST-NET-1 of RFC 5737: no machine has it.
        var result = await network.ListenAsync(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 0), CancellationToken.None);
        Assert.Equal(ListenFault.AddressUnavailable, result.Fault);
        Assert.DoesNotContain('\n', result.Message!);
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_NamesAllOfThem()
    {
        using var identity = NodeIdentity.Create();
        var options = TestNode.Defaults with
        {
            CertificateLifetime = TimeSpan.FromDays(31),
            Connections = TestNode.Defaults.Connections with { Maximum = 0, Idle = TimeSpan.Zero },
        };
        var thrown = Assert.Throws<ArgumentException>(() => new PeerNetwork(
            options, identity, new RecordingHandler(), TimeProvider.System, NullLoggerFactory.Instance));
        Assert.Contains("certificateLifetime", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("connections.maximum", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("connections.idle", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Defaults_AreInRange() => Assert.Empty(new PeerNetworkOptions().Check());

    private static PeerNetwork Make(NodeIdentity identity) => new(
        TestNode.Defaults, identity, new RecordingHandler(), TimeProvider.System, NullLoggerFactory.Instance);
}
