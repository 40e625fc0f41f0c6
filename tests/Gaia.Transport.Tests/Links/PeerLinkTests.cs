using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Links;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Links;
using Gaia.Transport.Peers;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Links;

public sealed class PeerLinkTests
{
    [Fact]
    public async Task DialAsync_NodeThatListens_OpensALinkAtBothEnds()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var (mine, theirs) = await a.LinkAsync(b);

        Assert.Equal(b.Id, mine.Node);
        Assert.Equal(LinkDirection.Outbound, mine.Direction);
        Assert.Equal(b.Address, mine.Dialled);
        Assert.Equal(b.Record, mine.Peer);
        Assert.Equal(a.Id, theirs.Node);
        Assert.Equal(LinkDirection.Inbound, theirs.Direction);
        Assert.Equal(a.Record, theirs.Peer);
        Assert.Null(theirs.Dialled);
        Assert.StartsWith("127.0.0.1:", theirs.Remote, StringComparison.Ordinal);
        Assert.Same(mine, Assert.Single(a.Peers.Links));
        Assert.True(b.Peers.TryGetLink(theirs.Id, out var found));
        Assert.Same(theirs, found);
        Assert.Equal(0, a.Peers.Refusals.Total + b.Peers.Refusals.Total);
    }

    [Fact]
    public async Task DialAsync_Urgent_IsToldToTheOtherEnd()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        await a.Peers.DialAsync(b.Address, urgent: true, CancellationToken.None);
        var theirs = await b.Handler.Opened.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.True(theirs.Urgent);
    }

    [Fact]
    public async Task DialAsync_BothAtOnce_OpensTwoLinksWithTwoNumbers()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var results = await Task.WhenAll(
            a.Peers.DialAsync(b.Address, false, CancellationToken.None),
            b.Peers.DialAsync(a.Address, false, CancellationToken.None));
        Assert.All(results, result => Assert.True(result.Succeeded, result.Failure?.Text));
        await a.Handler.Opened.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        await a.Handler.Opened.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(2, a.Peers.Links.Select(link => link.Id).Distinct().Count());
    }

    [Fact]
    public async Task TrySend_Broadcast_ArrivesVerbatimInBothDirections()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var (mine, theirs) = await a.LinkAsync(b);
        var announcement = Announce(a, 1);
        var there = BroadcastMessage.Create(BroadcastKind.EliteAnnounce, announcement.SignedBytes);
        var back = BroadcastMessage.Create(BroadcastKind.TaskPublish, new byte[BroadcastMessage.MaximumBodyBytes]);
        Assert.True(mine.TrySend(there));
        Assert.True(theirs.TrySend(back));

        var received = await b.Handler.Broadcasts.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(there, received);
        Assert.Equal(there.Body.ToArray(), received.Body.ToArray());
        Assert.Equal(back, await a.Handler.Broadcasts.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience));
        Assert.Equal(1, theirs.Traffic.FramesReceived);
        Assert.InRange(theirs.Traffic.BytesReceived, there.Body.Length, there.Body.Length + 16);
    }

    [Fact]
    public async Task TrySend_Inventory_ArrivesWithItsAnnouncements()
    {
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var (mine, _) = await a.LinkAsync(b);
        var task = new TaskId(Hash256.Sha256([1]));
        var announcements = Enumerable.Range(0, 128).Select(i => Announce(a, i)).ToArray();
        Assert.True(mine.TrySend(new Inventory([task], [.. announcements])));

        var inventory = await b.Handler.Inventories.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal([task], inventory.Tasks.AsEnumerable());
        Assert.Equal(announcements.Select(one => one.Content.EliteId),
            inventory.Announcements.Select(one => one.Content.EliteId));
        Assert.All(inventory.Announcements, one => Assert.Equal(a.Id, one.Content.Origin));
    }

    [Theory]
    [InlineData(LinkCloseReason.Duplicate, "another link")]
    [InlineData(LinkCloseReason.Full, "no room")]
    [InlineData(LinkCloseReason.Misbehaved, "offences")]
    public async Task Close_FromEitherEnd_IsToldOnceAtBothEnds(LinkCloseReason reason, string text)
    {
        foreach (var fromDialler in new[] { true, false })
        {
            await using var a = await TestNode.StartAsync();
            await using var b = await TestNode.StartAsync();
            var (mine, theirs) = await a.LinkAsync(b);
            (fromDialler ? mine : theirs).Close(reason);
            (fromDialler ? mine : theirs).Close(LinkCloseReason.Stopping);

            var here = await a.Handler.Closed.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
            var there = await b.Handler.Closed.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
            Assert.Same(mine, here.Link);
            Assert.Same(theirs, there.Link);
            Assert.Contains(text, here.Reason, StringComparison.Ordinal);
            Assert.Contains(text, there.Reason, StringComparison.Ordinal);
            await Task.WhenAll(mine.Closed, theirs.Closed).WaitAsync(TestNode.Patience);
            Assert.Empty(a.Peers.Links);
            Assert.Empty(b.Peers.Links);
            Assert.False(mine.TrySend(BroadcastMessage.Create(BroadcastKind.TaskPublish, new byte[1])));
            Assert.False(a.Handler.Closed.Reader.TryRead(out _));
        }
    }

    [Fact]
    public async Task DisposeAsync_OfOneEnd_ClosesTheLinkAtTheOther()
    {
        var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        await a.LinkAsync(b);
        await a.DisposeAsync();
        var there = await b.Handler.Closed.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Contains("shuts down", there.Reason, StringComparison.Ordinal);
        await b.AssertUnharmedAsync();
    }

    [Fact]
    public async Task DialAsync_NodeWithoutRoomForLinks_IsFull()
    {
        var options = TestNode.Defaults with { Connections = TestNode.Defaults.Connections with { Links = 1 } };
        await using var full = await TestNode.StartAsync(options);
        await using var a = await TestNode.StartAsync();
        await using var b = await TestNode.StartAsync();
        var (first, _) = await a.LinkAsync(full);
        var result = await b.Peers.DialAsync(full.Address, urgent: false, CancellationToken.None);
        Assert.Equal(PeerFailureReason.Full, result.Failure?.Reason);
        Assert.Equal(DialStep.Hello, result.Step);
        Assert.Equal(1, full.Peers.Refusals[Channel.RefusalReason.TooManyLinks]);

        first.Close(LinkCloseReason.Stopping);
        await full.Handler.Closed.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        await b.LinkAsync(full);
    }

    [Fact]
    public async Task TrySend_ToASlowPeer_ShedsTheOldest()
    {
        var options = TestNode.Defaults with { Calls = TestNode.Defaults.Calls with { SendQueueFrames = 4 } };
        await using var a = await TestNode.StartAsync(options);
        await using var b = await TestNode.StartAsync();
        var gate = new TaskCompletionSource();
        b.Handler.BroadcastGate = gate.Task;
        var (mine, _) = await a.LinkAsync(b);

        // More than HTTP/2's windows hold, so that the queue itself fills.
        var sent = 0;
        for (; mine.Traffic.Shed == 0 && sent < 10_000; sent++)
        {
            var body = new byte[60_000];
            BitConverter.TryWriteBytes(body, sent);
            Assert.True(mine.TrySend(BroadcastMessage.Create(BroadcastKind.TaskPublish, body)));
        }

        Assert.True(mine.Traffic.Shed > 0);
        gate.SetResult();
        var last = -1;
        while (last != sent - 1)
        {
            var message = await b.Handler.Broadcasts.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
            var number = BitConverter.ToInt32(message.Body.Span);
            Assert.True(number > last, "The order is kept.");
            last = number;
        }
    }

    private static SignedAnnouncement Announce(TestNode node, int number) => AnnouncementCodec.Sign(
        new EliteAnnouncement
        {
            TaskId = new TaskId(Hash256.Sha256([7])),
            EliteId = new EliteId(Hash256.Sha256(BitConverter.GetBytes(number))),
            ScoreMicros = 200_000_000,
            GenomeLength = 100,
            Origin = node.Id,
        },
        node.Signer);
}
