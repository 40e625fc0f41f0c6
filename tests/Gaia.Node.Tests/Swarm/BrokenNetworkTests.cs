using Gaia.Node.Tests.Rigs;
using Gaia.Overlay.Peers;
using Gaia.Transport.Identity;

namespace Gaia.Node.Tests.Swarm;

/// <summary>A transport whose calls end in exceptions that it should have named.</summary>
public sealed class BrokenNetworkTests
{
    [Fact]
    public async Task Dial_ThatThrows_IsAFailedDialThatIsTriedAgain()
    {
        using var identity = NodeIdentity.Create();
        var address = PeerAddress.Create(identity.Node, "127.0.0.1", 7435);
        var network = new ScriptedNetwork { Break = new InvalidOperationException("The call has ended.") };
        await using var rig = new OverlayRig(network, address);
        await Await.StateAsync("a failed dial", () => rig.Overlay.Counters.DialsFailed > 0);
        rig.Time.Advance(TimeSpan.FromMinutes(2));
        await Await.StateAsync("another", () => rig.Overlay.Counters.DialsFailed > 1);
    }

    [Fact]
    public async Task Ping_ThatThrows_LeavesNoHintBehind()
    {
        var network = new ScriptedNetwork { Break = new InvalidOperationException("The call has ended.") };
        await using var rig = new OverlayRig(network);
        var peer = await rig.WelcomeAsync();
        await Await.StateAsync("the link", () => rig.Overlay.ActivePeers.Any(active => active.Node == peer.Node));
        await Await.StateAsync("a forgotten hint", () => rig.Overlay.Hints == 0);
    }
}
