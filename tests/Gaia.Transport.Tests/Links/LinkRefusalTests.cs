using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Swarm;
using Gaia.Transport.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Transport.Links;

/// <summary>A node with a sound certificate that does not keep to the rules of a link.</summary>
public sealed class LinkRefusalTests
{
    [Fact]
    public async Task Rejects_HelloWithAnotherNodesRecord()
    {
        await using var node = await TestNode.StartAsync();
        await using var victim = await TestNode.StartAsync();
        using var forged = new ForgedCertificate();
        var bye = await SayAsync(node, forged, LinkFrameCodec.Hello(victim.Record, urgent: false));
        Assert.Equal(ByeReason.Refused, bye?.Bye?.Reason);
        await node.AwaitRefusalAsync(RefusalReason.ForgedNodeId);
        var (who, rejection) = await node.Handler.Rejections.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(forged.Identity.Node, who);
        Assert.Equal(RejectionReason.WrongSigner, rejection.Reason);
        Assert.False(node.Handler.Opened.Reader.TryRead(out _));
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_HelloWhoseRecordWasTamperedWith()
    {
        await using var node = await TestNode.StartAsync();
        await using var other = await TestNode.StartAsync();
        using var forged = new ForgedCertificate();
        var bytes = other.Record.SignedBytes.ToArray();
        bytes[10] ^= 1;
        var hello = new LinkFrame { Hello = new Hello { Record = ByteString.CopyFrom(bytes) } };
        var bye = await SayAsync(node, forged, hello);
        Assert.Equal(ByeReason.Refused, bye?.Bye?.Reason);
        await node.AwaitRefusalAsync(RefusalReason.BadHello);
    }

    [Fact]
    public async Task Rejects_BroadcastBeforeHello()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate();
        var message = BroadcastMessage.Create(BroadcastKind.TaskPublish, new byte[] { 1 });
        var bye = await SayAsync(node, forged, LinkFrameCodec.Broadcast(message));
        Assert.Equal(ByeReason.Refused, bye?.Bye?.Reason);
        await node.AwaitRefusalAsync(RefusalReason.BadHello);
        Assert.False(node.Handler.Broadcasts.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Rejects_SilenceInsteadOfHello_OnceItsTimeIsOver()
    {
        var options = TestNode.Defaults with
        {
            Connections = TestNode.Defaults.Connections with { HelloTimeout = TimeSpan.FromMilliseconds(150) },
        };
        await using var node = await TestNode.StartAsync(options);
        using var forged = new ForgedCertificate();
        await SayAsync(node, forged, null);
        await node.AwaitRefusalAsync(RefusalReason.NoHello);
    }

    [Fact]
    public async Task Rejects_FrameBeyondTheMessageLimit()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate();
        var huge = new LinkFrame { Bye = new Bye { Text = new string('x', WireLimits.MessageBytes + 1) } };
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await SayAsync(node, forged, huge));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        await node.AssertUnharmedAsync();
    }

    [Theory]
    [InlineData(0, RejectionReason.TooLarge)]
    [InlineData(WireLimits.AnnouncementBytes + 1, RejectionReason.TooLarge)]
    public async Task Rejects_BroadcastOfAWrongSize_AndKeepsTheLink(int bytes, RejectionReason reason)
    {
        await using var node = await TestNode.StartAsync();
        using var identity = new LinkedStranger(node);
        await identity.GreetAsync();
        await identity.SendAsync(new LinkFrame
        {
            Broadcast = new Broadcast
            {
                Type = BroadcastType.EliteAnnounce,
                Body = ByteString.CopyFrom(new byte[bytes]),
            },
        });
        var (_, rejection) = await node.Handler.Rejections.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(reason, rejection.Reason);

        var message = BroadcastMessage.Create(BroadcastKind.EliteAnnounce, new byte[] { 1 });
        await identity.SendAsync(LinkFrameCodec.Broadcast(message));
        var received = await node.Handler.Broadcasts.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(message, received);
    }

    [Fact]
    public async Task Rejects_InventoryWithAForgedAnnouncement()
    {
        await using var node = await TestNode.StartAsync();
        using var identity = new LinkedStranger(node);
        await identity.GreetAsync();
        var frame = new LinkFrame { Inventory = new Protocol.Wire.Inventory() };
        frame.Inventory.Announcements.Add(ByteString.CopyFrom(new byte[100]));
        await identity.SendAsync(frame);
        var (who, _) = await node.Handler.Rejections.Reader.ReadAsync().AsTask().WaitAsync(TestNode.Patience);
        Assert.Equal(identity.Node, who);
        Assert.False(node.Handler.Inventories.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Drops_FramesBeyondTheRate()
    {
        var options = TestNode.Defaults with { Rates = new PeerRates { Frames = new CallRate(0.001, 3) } };
        await using var node = await TestNode.StartAsync(options);
        using var identity = new LinkedStranger(node);
        await identity.GreetAsync();
        for (byte i = 1; i <= 5; i++)
        {
            await identity.SendAsync(LinkFrameCodec.Broadcast(
                BroadcastMessage.Create(BroadcastKind.TaskPublish, new[] { i })));
        }

        await node.AwaitRefusalAsync(RefusalReason.RateLimit, 2);
        Assert.Equal(3, node.Handler.Broadcasts.Reader.Count);
    }

    [Fact]
    public async Task Drops_InventoriesBeyondTheirRate_UnreadAndFromTheFourthOnAsAnOffence()
    {
        // No bucket fills within the test; of frames there are plenty.
        var options = TestNode.Defaults with { Rates = new PeerRates { Inventories = new CallRate(0.001, 2) } };
        await using var node = await TestNode.StartAsync(options);
        using var identity = new LinkedStranger(node);
        await identity.GreetAsync();
        for (var i = 0; i < 7; i++)
            await identity.SendAsync(new LinkFrame { Inventory = new Protocol.Wire.Inventory() });

        await node.AwaitRefusalAsync(RefusalReason.RateLimit, 5);
        Assert.Equal(2, node.Handler.Inventories.Reader.Count);
        for (var i = 0; i < 2; i++)
        {
            var (who, rejection) = await node.Handler.Rejections.Reader.ReadAsync().AsTask()
                .WaitAsync(TestNode.Patience);
            Assert.Equal(identity.Node, who);
            Assert.Equal(RejectionReason.TooOften, rejection.Reason);
        }

        Assert.False(node.Handler.Rejections.Reader.TryRead(out _));
    }

    private static async Task<LinkFrame?> SayAsync(TestNode node, ForgedCertificate forged, LinkFrame? frame)
    {
        using var channel = RawClient.Channel(node.Endpoint, forged.CreateContext(), 1 << 20);
        using var call = new Gossip.GossipClient(channel.CreateCallInvoker()).Link();
        if (frame is not null)
            await call.RequestStream.WriteAsync(frame);
        return await call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(TestNode.Patience)
            ? call.ResponseStream.Current
            : null;
    }
}
