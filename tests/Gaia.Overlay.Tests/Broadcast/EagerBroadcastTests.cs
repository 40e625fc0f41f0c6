using System.Text;
using Gaia.Core.Identity;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Effects;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Tests.Swarm;

namespace Gaia.Overlay.Tests.Broadcast;

public sealed class EagerBroadcastTests
{
    [Fact]
    public void Message_InFiftyNodes_ReachesEveryOneOnce()
    {
        var swarm = Network(seed: 31);
        for (var number = 0; number < 50; number += 7)
            swarm.Feed(swarm[number], new OverlayEvent.Published(Message($"from {number}")));
        swarm.RunFor(TimeSpan.FromSeconds(10));
        for (var number = 0; number < 50; number++)
        {
            var expected = Enumerable.Range(0, 50).Where(n => n % 7 == 0 && n != number)
                .Select(n => Message($"from {n}").Id).Order();
            Assert.Equal(expected, swarm[number].Delivered.Select(message => message.Id).Order());
        }
    }

    [Fact]
    public void InvalidMessage_InFiftyNodes_StopsAfterOneHopAndCostsTheLiarItsLinks()
    {
        var swarm = Network(seed: 32);
        var liar = swarm[25];
        var lies = Enumerable.Range(0, 4).Select(n => Message($"lie {n}")).ToArray();
        var saw = new HashSet<NodeId>();
        swarm.Judge = (node, message) =>
        {
            if (!lies.Contains(message))
                return MessageVerdict.Accept;
            saw.Add(node.Id);
            return MessageVerdict.Reject;
        };
        var neighbours = liar.Links.Values.Select(end => end.Peer.Id).ToHashSet();
        foreach (var lie in lies.Take(3))
            swarm.Feed(liar, new OverlayEvent.Published(lie));
        swarm.RunFor(TimeSpan.FromSeconds(2));
        Assert.Equal(neighbours, saw);
        Assert.All(swarm.Nodes.Where(node => neighbours.Contains(node.Id)), node => Assert.DoesNotContain(
            node.State.Snapshot().ActivePeers, peer => peer.Node == liar.Id));
        Assert.DoesNotContain(swarm.Nodes, node => node.Delivered.Exists(message => lies.Contains(message)));
    }

    [Fact]
    public void Message_IsNeitherForwardedNorDeliveredBeforeItsVerdict()
    {
        var node = Linked(3);
        var message = Message("x");
        var received = node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message));
        var validate = Assert.IsType<OverlayEffect.Validate>(received[0]);
        Assert.Equal(TestPeers.Id(1), validate.From);
        Assert.DoesNotContain(received, effect => effect is OverlayEffect.SendMessage or OverlayEffect.Deliver);

        var accepted = node.Step(new OverlayEvent.Validated(message.Id, MessageVerdict.Accept));
        Assert.Single(accepted.OfType<OverlayEffect.Deliver>());
        Assert.Equal(
            [TestPeers.Id(2), TestPeers.Id(3)], accepted.OfType<OverlayEffect.SendMessage>().Select(send => send.To));
    }

    [Theory]
    [InlineData(MessageVerdict.Ignore)]
    [InlineData(MessageVerdict.Reject)]
    public void Message_ThatIsNotAccepted_GoesNowhere(MessageVerdict verdict)
    {
        var node = Linked(3);
        var message = Message("x");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message));
        var effects = node.Step(new OverlayEvent.Validated(message.Id, verdict));
        Assert.DoesNotContain(effects, effect => effect is OverlayEffect.SendMessage or OverlayEffect.Deliver);
        Assert.Equal(verdict == MessageVerdict.Reject ? -10 : 0, node.Snapshot.ActivePeers[0].Score);
    }

    [Fact]
    public void Repeats_AreNeitherJudgedNorSentAgain_AndTheirSendersAreLeftOut()
    {
        var node = Linked(3);
        var message = Message("x");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message));
        Assert.Empty(node.Step(new OverlayEvent.MessageReceived(new LinkId(2), message)));
        var accepted = node.Step(new OverlayEvent.Validated(message.Id, MessageVerdict.Accept));
        Assert.Equal([TestPeers.Id(3)], accepted.OfType<OverlayEffect.SendMessage>().Select(send => send.To));
        Assert.Empty(node.Step(new OverlayEvent.MessageReceived(new LinkId(3), message)));
        Assert.Empty(node.Step(new OverlayEvent.Validated(message.Id, MessageVerdict.Accept)));
        Assert.Equal(2, node.Snapshot.Counters.MessagesRepeated);
    }

    [Fact]
    public void OwnMessage_GoesToEveryPeerOnce()
    {
        var node = Linked(3);
        var message = Message("mine");
        var effects = node.Step(new OverlayEvent.Published(message));
        Assert.Equal(3, effects.OfType<OverlayEffect.SendMessage>().Count());
        Assert.Empty(node.Step(new OverlayEvent.Published(message)));
        Assert.Empty(node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message)));
    }

    [Fact]
    public void RejectedMessage_SentAgainByAnother_CountsAgainstThatOneToo()
    {
        var node = Linked(2);
        var message = Message("bad");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message));
        node.Step(new OverlayEvent.Validated(message.Id, MessageVerdict.Reject));
        node.Step(new OverlayEvent.MessageReceived(new LinkId(2), message));
        Assert.All(node.Snapshot.ActivePeers, peer => Assert.Equal(-10, peer.Score));
    }

    [Fact]
    public void Body_UnderAFalseKindThatWasRejected_IsStillValidatedAndDeliveredUnderItsOwn()
    {
        var node = Linked(3);
        var (honest, mislabelled) = TwoKinds("sound");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), mislabelled));
        node.Step(new OverlayEvent.Validated(mislabelled.Id, MessageVerdict.Reject));

        var received = node.Step(new OverlayEvent.MessageReceived(new LinkId(2), honest));
        Assert.Equal(honest, Assert.Single(received.OfType<OverlayEffect.Validate>()).Message);
        var accepted = node.Step(new OverlayEvent.Validated(honest.Id, MessageVerdict.Accept));
        Assert.Equal(BroadcastKind.EliteAnnounce, Assert.Single(accepted.OfType<OverlayEffect.Deliver>()).Message.Kind);
        Assert.Equal(
            [-10, 0, 0], node.Snapshot.ActivePeers.OrderBy(peer => peer.Link.Value).Select(peer => peer.Score));
    }

    [Fact]
    public void Body_WhileItsMislabelledCopyIsPending_IsValidatedApart_AndItsSenderIsNotPunished()
    {
        var node = Linked(3);
        var (honest, mislabelled) = TwoKinds("sound");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), mislabelled));
        var received = node.Step(new OverlayEvent.MessageReceived(new LinkId(2), honest));
        Assert.Equal(honest, Assert.Single(received.OfType<OverlayEffect.Validate>()).Message);

        node.Step(new OverlayEvent.Validated(mislabelled.Id, MessageVerdict.Reject));
        var accepted = node.Step(new OverlayEvent.Validated(honest.Id, MessageVerdict.Accept));
        Assert.Single(accepted.OfType<OverlayEffect.Deliver>());
        Assert.Equal(
            [-10, 0, 0], node.Snapshot.ActivePeers.OrderBy(peer => peer.Link.Value).Select(peer => peer.Score));
    }

    [Fact]
    public void Sender_ThatFloodsPendingMessages_IsHeldBackWhileOthersPass()
    {
        var node = Linked(2);
        var validated = 0;
        for (var number = 0; number < 70; number++)
        {
            validated += node.Step(new OverlayEvent.MessageReceived(new LinkId(1), Message($"flood {number}")))
                .OfType<OverlayEffect.Validate>().Count();
        }

        Assert.Equal(64, validated);
        Assert.Equal(6, node.Snapshot.Counters.MessagesDropped);
        Assert.Equal(-6, node.Snapshot.ActivePeers[0].Score);
        Assert.Single(node.Step(new OverlayEvent.MessageReceived(new LinkId(2), Message("other")))
            .OfType<OverlayEffect.Validate>());
    }

    [Fact]
    public void Verdict_ThatNeverComes_FreesTheMessageAfterItsTimeout()
    {
        var node = Linked(2);
        var message = Message("slow");
        node.Step(new OverlayEvent.MessageReceived(new LinkId(1), message));
        Assert.True(node.Wake <= node.Now + TimeSpan.FromSeconds(30));
        node.StepAt(TimeSpan.FromSeconds(31), new OverlayEvent.Tick());
        Assert.Equal(1, node.Snapshot.Counters.MessagesDropped);
        Assert.Empty(node.Step(new OverlayEvent.Validated(message.Id, MessageVerdict.Accept)));
        Assert.Single(node.Step(new OverlayEvent.MessageReceived(new LinkId(2), message))
            .OfType<OverlayEffect.Validate>());
    }

    [Fact]
    public void SeenCache_StaysWithinNumberAndAge()
    {
        var cache = new SeenCache(100, TimeSpan.FromMinutes(10));
        for (var number = 0; number < 250; number++)
            cache.Add(Message($"{number}").Id, MessageVerdict.Accept, TestPeers.Start);
        Assert.Equal(100, cache.Count);
        Assert.False(cache.TryGet(Message("149").Id, TestPeers.Start, out _));
        Assert.True(cache.TryGet(Message("150").Id, TestPeers.Start, out _));
        cache.Add(Message("150").Id, MessageVerdict.Reject, TestPeers.Start.AddMinutes(9));
        Assert.True(cache.TryGet(Message("150").Id, TestPeers.Start.AddMinutes(9), out var verdict));
        Assert.Equal(MessageVerdict.Accept, verdict);
        Assert.False(cache.TryGet(Message("249").Id, TestPeers.Start.AddMinutes(10), out _));
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void Body_OutOfRangeOrOfUnknownKind_IsNoMessage()
    {
        Assert.False(BroadcastMessage.TryCreate(BroadcastKind.EliteAnnounce, default, out _));
        Assert.False(BroadcastMessage.TryCreate(BroadcastKind.Unknown, new byte[1], out _));
        Assert.False(BroadcastMessage.TryCreate((BroadcastKind)9, new byte[1], out _));
        Assert.False(BroadcastMessage.TryCreate(BroadcastKind.TaskPublish, new byte[65537], out _));
        Assert.True(BroadcastMessage.TryCreate(BroadcastKind.TaskPublish, new byte[65536], out var message));
        Assert.Equal(Hash256.Sha256([2, .. new byte[65536]]), message.Id);
        Assert.Throws<ArgumentException>(() => BroadcastMessage.Create(BroadcastKind.Unknown, new byte[1]));
    }

    private static BroadcastMessage Message(string text) =>
        BroadcastMessage.Create(BroadcastKind.EliteAnnounce, Encoding.UTF8.GetBytes(text));

    private static (BroadcastMessage Honest, BroadcastMessage Mislabelled) TwoKinds(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        return (
            BroadcastMessage.Create(BroadcastKind.EliteAnnounce, body),
            BroadcastMessage.Create(BroadcastKind.TaskPublish, body));
    }

    private static HandDriven Linked(int peers)
    {
        var node = new HandDriven();
        for (var number = 1; number <= peers; number++)
            node.Link(number);
        return node;
    }

    private static SimulatedSwarm Network(ulong seed)
    {
        var swarm = new SimulatedSwarm(seed);
        swarm.Start(0);
        for (var number = 1; number < 50; number++)
        {
            swarm.Start(number, 0);
            swarm.RunFor(TimeSpan.FromMilliseconds(200));
        }

        swarm.RunFor(TimeSpan.FromMinutes(1));
        return swarm;
    }
}
