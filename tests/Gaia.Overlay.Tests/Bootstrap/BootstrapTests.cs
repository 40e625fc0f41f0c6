using Gaia.Overlay.Bootstrap;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Tests.Swarm;

namespace Gaia.Overlay.Tests.Bootstrap;

public sealed class BootstrapTests
{
    [Fact]
    public void DeadBootstrap_IsRetriedWithGrowingJitteredPauses_ForEver()
    {
        var node = new HandDriven(bootstrap: [TestPeers.Address(1)]);
        var times = new List<DateTimeOffset>();
        var dials = node.Effects.OfType<OverlayEffect.Dial>().ToList();
        while (times.Count < 40)
        {
            times.Add(node.Now);
            Assert.Equal(TestPeers.Address(1), Assert.Single(dials).Address);
            Assert.True(dials[0].Urgent);
            node.Step(new OverlayEvent.DialFailed(TestPeers.Address(1), DialStep.Connecting, "connection refused"));
            do
                dials = [.. node.TickAtWake().OfType<OverlayEffect.Dial>()];
            while (dials.Count == 0);
        }

        var pauses = times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds).ToArray();
        Assert.InRange(pauses[0], 1, 1.5);
        Assert.InRange(pauses[3], 8, 12);
        Assert.All(pauses, pause => Assert.InRange(pause, 1, 60));
        Assert.All(pauses.Skip(7), pause => Assert.InRange(pause, 40, 60));
        Assert.True(pauses.Skip(7).Distinct().Count() > 5, "no jitter");
    }

    [Theory]
    [InlineData(DialStep.Connecting, "connecting")]
    [InlineData(DialStep.Tls, "tls")]
    [InlineData(DialStep.Hello, "hello")]
    public void Status_OfADeadBootstrap_NamesStepAddressErrorAndNextAttempt(DialStep step, string name)
    {
        var node = new HandDriven(bootstrap: [TestPeers.Address(1)]);
        Assert.Equal("connecting", node.Snapshot.Bootstrap.Step);
        node.Step(new OverlayEvent.DialFailed(TestPeers.Address(1), step, "it said\nno"));
        var status = node.Snapshot.Bootstrap;
        Assert.Equal(BootstrapPhase.Connecting, status.Phase);
        Assert.Equal(name, status.Step);
        var target = Assert.Single(status.Targets);
        Assert.Equal(1, target.Attempts);
        Assert.Equal("it said no", target.LastError);
        var line = status.Describe(node.Now);
        Assert.Contains(name, line, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:1001", line, StringComparison.Ordinal);
        Assert.Contains("it said no", line, StringComparison.Ordinal);
        Assert.Contains("next in 2 s", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Phases_FromAloneToJoinedToIsolated_AndBack()
    {
        var node = new HandDriven();
        Assert.Equal(BootstrapPhase.Alone, node.Snapshot.Bootstrap.Phase);
        var find = node.Link(1).OfType<OverlayEffect.SendFindNode>().Single();
        Assert.Equal(BootstrapPhase.LookingUp, node.Snapshot.Bootstrap.Phase);
        node.Step(new OverlayEvent.FindNodeReplied(find.Lookup, TestPeers.Id(1), []));
        Assert.Equal(BootstrapPhase.Joined, node.Snapshot.Bootstrap.Phase);
        Assert.Equal("joined", node.Snapshot.Bootstrap.Describe(node.Now));
        node.Step(new OverlayEvent.LinkDown(new LinkId(1), "reset"));
        Assert.Equal(BootstrapPhase.Isolated, node.Snapshot.Bootstrap.Phase);
        Assert.Contains("isolated", node.Snapshot.Bootstrap.Describe(node.Now), StringComparison.Ordinal);
        var dials = new List<OverlayEffect.Dial>();
        while (dials.Count == 0)
            dials.AddRange(node.TickAtWake().OfType<OverlayEffect.Dial>());
        Assert.Equal(TestPeers.Address(1), dials[0].Address);
        Assert.True(dials[0].Urgent);
    }

    [Fact]
    public void CachedPeers_AreDialledWithoutAnyBootstrap_EvenExpiredOnes()
    {
        var expired = TestPeers.Record(2) with
        {
            Issued = TestPeers.Start.AddHours(-30),
            Expires = TestPeers.Start.AddHours(-6),
        };
        var node = new HandDriven(cached: [TestPeers.Record(1), expired]);
        Assert.Equal(
            [TestPeers.Address(1), TestPeers.Address(2)],
            node.Effects.OfType<OverlayEffect.Dial>().Select(dial => dial.Address));
    }

    [Fact]
    public void OwnAddressAndRepeats_AmongTheBootstraps_AreLeftOut()
    {
        var node = new HandDriven(bootstrap: [TestPeers.Address(0), TestPeers.Address(1), TestPeers.Address(1)]);
        Assert.Single(node.Snapshot.Bootstrap.Targets);
        Assert.Single(node.Effects.OfType<OverlayEffect.Dial>());
    }

    [Fact]
    public void Dial_WhoseEndIsNeverTold_CountsAsFailed()
    {
        var node = new HandDriven(bootstrap: [TestPeers.Address(1)]);
        node.StepAt(TimeSpan.FromSeconds(31), new OverlayEvent.Tick());
        Assert.Equal("no answer", Assert.Single(node.Snapshot.Bootstrap.Targets).LastError);
        Assert.Equal(1, node.Snapshot.Counters.DialsFailed);
    }

    [Fact]
    public void DeadBootstrap_OfTwo_DoesNotKeepTheNodeOut()
    {
        var swarm = new SimulatedSwarm(21);
        swarm.Start(1);
        swarm.Start(2, 99, 1);
        Assert.True(swarm.RunUntil(
            () => swarm[2].State.Snapshot().Bootstrap.Phase == BootstrapPhase.Joined, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void LateBootstrap_IsFoundWithinItsLongestPause()
    {
        var swarm = new SimulatedSwarm(22);
        swarm.Start(2, 1);
        swarm.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(BootstrapPhase.Connecting, swarm[2].State.Snapshot().Bootstrap.Phase);
        swarm.Start(1);
        Assert.True(swarm.RunUntil(
            () => swarm[2].State.Snapshot().Bootstrap.Phase == BootstrapPhase.Joined, TimeSpan.FromSeconds(62)));
    }
}
