using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Scoring;
using Gaia.Overlay.Tests.Swarm;

namespace Gaia.Overlay.Tests.Membership;

public sealed class LinkKeeperTests
{
    private static readonly bool SelfIsSmaller = TestPeers.Id(0) < TestPeers.Id(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TwoLinks_AtTheSameTime_TheOneOfTheSmallerIdStays(bool inboundFirst)
    {
        var node = new HandDriven();
        node.Link(1, inbound: inboundFirst, link: inboundFirst ? 10 : 20);
        node.Link(1, inbound: !inboundFirst, link: inboundFirst ? 20 : 10);
        var stays = Assert.Single(node.Snapshot.ActivePeers);
        Assert.Equal(SelfIsSmaller ? LinkDirection.Outbound : LinkDirection.Inbound, stays.Direction);
        var closed = Assert.Single(node.Effects.OfType<OverlayEffect.CloseLink>());
        Assert.Equal(LinkCloseReason.Duplicate, closed.Reason);
        Assert.NotEqual(stays.Link, closed.Link);
    }

    [Fact]
    public void SecondLink_LongAfterTheFirst_ReplacesIt()
    {
        foreach (var inbound in (bool[])[true, false])
        {
            var node = new HandDriven();
            node.Link(1, inbound: !inbound, link: 10);
            node.StepAt(TimeSpan.FromMinutes(1), new OverlayEvent.Tick());
            node.Link(1, inbound, link: 20);
            Assert.Equal(new LinkId(20), Assert.Single(node.Snapshot.ActivePeers).Link);
        }
    }

    [Fact]
    public void LinkDown_OfAClosedDuplicate_ChangesNothing()
    {
        var node = new HandDriven();
        node.Link(1, inbound: true, link: 10);
        node.Link(1, inbound: false, link: 20);
        var closed = node.Effects.OfType<OverlayEffect.CloseLink>().Single().Link;
        node.Step(new OverlayEvent.LinkDown(closed, "closed"));
        Assert.Single(node.Snapshot.ActivePeers);
    }

    [Fact]
    public void Links_BeyondTheMaximum_AreRefusedUnlessUrgent()
    {
        var node = new HandDriven();
        for (var number = 1; number <= 4; number++)
            node.Link(number);
        for (var number = 5; number <= 8; number++)
            node.Link(number, inbound: true);
        Assert.Equal(LinkCloseReason.Full, Closed(node.Link(9, inbound: true)).Reason);
        Assert.Equal(LinkCloseReason.Full, Closed(node.Link(10)).Reason);

        var displaced = Closed(node.Link(11, inbound: true, urgent: true));
        Assert.Equal(LinkCloseReason.Displaced, displaced.Reason);
        Assert.InRange(displaced.Link.Value, 5, 8);
        Assert.Equal(LinkCloseReason.Full, Closed(node.Link(12, inbound: true, urgent: true)).Reason);
        Assert.Equal(8, node.Snapshot.ActivePeers.Length);
    }

    [Fact]
    public void Link_ToItselfOrWithABrokenRecord_IsRefused()
    {
        var node = new HandDriven();
        Assert.Equal(LinkCloseReason.Self, Closed(node.Link(0)).Reason);
        var expired = TestPeers.Record(1) with { Issued = TestPeers.Start.AddHours(-2), Expires = TestPeers.Start };
        var refused = Closed(node.Step(new OverlayEvent.LinkUp(new(5), expired, LinkDirection.Inbound, null)));
        Assert.Equal(LinkCloseReason.BadRecord, refused.Reason);
        Assert.Empty(node.Snapshot.ActivePeers);
    }

    [Fact]
    public void InboundPeer_IsPingedBeforeItStandsInTheTable()
    {
        var node = new HandDriven();
        var effects = node.Link(1, inbound: true);
        Assert.Contains(effects, effect => effect is OverlayEffect.SendPing ping && ping.To.Node == TestPeers.Id(1));
        Assert.Empty(node.Snapshot.Contacts);
        Assert.DoesNotContain(
            node.State.FindClosest(TestPeers.Id(1), default), record => record.Node == TestPeers.Id(1));
        node.Step(new OverlayEvent.PingReplied(TestPeers.Id(1)));
        Assert.Single(node.Snapshot.Contacts);
    }

    [Fact]
    public void LostPeer_IsReplacedFromTheContacts()
    {
        var node = new HandDriven();
        for (var number = 1; number <= 8; number++)
            node.Link(number);
        node.Step(new OverlayEvent.RecordSeen(TestPeers.Record(20)));
        node.Step(new OverlayEvent.PingReplied(TestPeers.Id(20)));
        Assert.Equal(9, node.Snapshot.Contacts.Length);
        for (var number = 1; number <= 4; number++)
            Assert.DoesNotContain(Down(node, number), effect => effect is OverlayEffect.Dial);
        var dial = Assert.Single(Down(node, 5).OfType<OverlayEffect.Dial>());
        Assert.Equal(TestPeers.Address(20), dial.Address);
        Assert.False(dial.Urgent);
    }

    [Fact]
    public void Offences_EndTheLinkAtTheThreshold_AndTheNodeStaysOutUntilItsScoreIsBack()
    {
        var node = new HandDriven();
        node.Link(1, inbound: true);
        node.Step(new OverlayEvent.Offended(TestPeers.Id(1), PeerOffence.FalseScore));
        Assert.Single(node.Snapshot.ActivePeers);
        Assert.Equal(-15, node.Snapshot.ActivePeers[0].Score);
        var effects = node.Step(new OverlayEvent.Offended(TestPeers.Id(1), PeerOffence.FalseScore));
        Assert.Equal(LinkCloseReason.Misbehaved, Closed(effects).Reason);
        Assert.Equal(LinkCloseReason.Misbehaved, Closed(node.Link(1, inbound: true, link: 50)).Reason);
        Assert.Equal(1, node.Snapshot.Counters.PeersDisconnected);

        node.StepAt(TimeSpan.FromMinutes(12), new OverlayEvent.Tick());
        Assert.Equal(LinkCloseReason.Misbehaved, Closed(node.Link(1, inbound: true, link: 51)).Reason);
        node.StepAt(TimeSpan.FromMinutes(13), new OverlayEvent.Tick());
        node.Link(1, inbound: true, link: 52);
        Assert.Single(node.Snapshot.ActivePeers);
    }

    [Fact]
    public void Peers_ArePersistedAtOnceThenAtMostOncePerPeriod_AndOnStop()
    {
        var node = new HandDriven();
        var first = Assert.Single(node.Link(1).OfType<OverlayEffect.PersistPeers>());
        Assert.Equal([TestPeers.Id(1)], first.Peers.Select(peer => peer.Node));
        Assert.DoesNotContain(node.Link(2), effect => effect is OverlayEffect.PersistPeers);
        var later = node.StepAt(TimeSpan.FromSeconds(31), new OverlayEvent.Tick());
        Assert.Equal(2, Assert.Single(later.OfType<OverlayEffect.PersistPeers>()).Peers.Length);
        var stop = node.Step(new OverlayEvent.Stopping());
        Assert.Single(stop.OfType<OverlayEffect.PersistPeers>());
        Assert.Equal(2, stop.OfType<OverlayEffect.CloseLink>().Count(c => c.Reason == LinkCloseReason.Stopping));
        Assert.Equal(LinkCloseReason.Stopping, Closed(node.Link(3)).Reason);
        Assert.Empty(node.Step(new OverlayEvent.Tick()));
    }

    [Fact]
    public void PersistedPeers_OfANodeThatLostAll_AreNotForgotten()
    {
        var node = new HandDriven(cached: [TestPeers.Record(5), TestPeers.Record(6)]);
        var persisted = Assert.Single(node.Link(1).OfType<OverlayEffect.PersistPeers>()).Peers;
        Assert.Equal([1, 5, 6], persisted.Select(peer => peer.Addresses[0].Port - 1000));
    }

    [Fact]
    public void OwnRecord_IsRenewedAtHalfOfItsLife()
    {
        var node = new HandDriven();
        Assert.Equal(TestPeers.Start.AddHours(12), node.Wake);
        var renew = Assert.Single(node.TickAtWake().OfType<OverlayEffect.RenewRecord>());
        Assert.Equal(2u, renew.MinimumSequence);
        Assert.Single(node.TickAtWake().OfType<OverlayEffect.RenewRecord>());
        var record = TestPeers.Record(0, 2) with { Issued = node.Now, Expires = node.Now.AddHours(24) };
        node.Step(new OverlayEvent.SelfChanged(record));
        Assert.Equal(2u, node.Snapshot.Self.Sequence);
        Assert.Equal(node.Now.AddHours(12), node.Wake);
        Assert.Throws<ArgumentException>(() => node.Step(new OverlayEvent.SelfChanged(record)));
    }

    [Fact]
    public void Records_RenewedByPeers_ReachLinkAndTable()
    {
        var node = new HandDriven();
        node.Link(1);
        node.Step(new OverlayEvent.RecordSeen(TestPeers.Record(1, 9)));
        Assert.Equal(9u, node.Snapshot.ActivePeers[0].Record.Sequence);
        Assert.Equal(9u, node.Snapshot.Contacts[0].Sequence);
        node.Step(new OverlayEvent.RecordSeen(TestPeers.Record(1, 3)));
        Assert.Equal(9u, node.Snapshot.ActivePeers[0].Record.Sequence);
    }

    [Fact]
    public void FindClosest_OfStateAndSnapshot_Agree()
    {
        var node = new HandDriven();
        for (var number = 1; number <= 8; number++)
            node.Link(number);
        for (var number = 9; number <= 60; number++)
        {
            node.Step(new OverlayEvent.RecordSeen(TestPeers.Record(number)));
            node.Step(new OverlayEvent.PingReplied(TestPeers.Id(number)));
        }

        for (var number = 0; number < 100; number++)
        {
            var target = TestPeers.Id(5000 + number);
            var answer = node.State.FindClosest(target, TestPeers.Id(number));
            Assert.Equal(20, answer.Length);
            Assert.Equal(answer.ToArray(), node.Snapshot.FindClosest(target, TestPeers.Id(number)).ToArray());
            Assert.DoesNotContain(answer, record => record.Node == TestPeers.Id(number));
        }
    }

    [Fact]
    public void Step_BeforeStarted_Throws()
    {
        var random = new Gaia.Core.Random.PhiloxStream(1);
        var state = new OverlayState(TestPeers.Record(0), OverlayOptions.Default);
        Assert.Throws<InvalidOperationException>(
            () => OverlayCore.Step(state, new OverlayEvent.Tick(), TestPeers.Start, ref random));
    }

    private static OverlayEffect.CloseLink Closed(IReadOnlyList<OverlayEffect> effects) =>
        Assert.Single(effects.OfType<OverlayEffect.CloseLink>());

    private static IReadOnlyList<OverlayEffect> Down(HandDriven node, long link) =>
        node.Step(new OverlayEvent.LinkDown(new LinkId(link), "gone"));
}
