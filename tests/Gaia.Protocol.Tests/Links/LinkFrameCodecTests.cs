using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;
using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Links;

public sealed class LinkFrameCodecTests
{
    private static readonly EnvelopeVerifier Verifier = new(NetworkId.FromName("frame-tests"));
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void Read_Broadcast_GivesItBack()
    {
        var message = BroadcastMessage.Create(BroadcastKind.TaskPublish, new byte[] { 1, 2, 3 });
        var read = LinkFrameCodec.Read(LinkFrameCodec.Broadcast(message), Verifier, Now);
        Assert.Equal(message, Assert.IsType<LinkMessage.Relayed>(read.Value).Message);
    }

    [Fact]
    public void Broadcast_OfTheLargestBody_FitsAMessage()
    {
        var body = new byte[BroadcastMessage.MaximumBodyBytes];
        var frame = LinkFrameCodec.Broadcast(BroadcastMessage.Create(BroadcastKind.TaskPublish, body));
        Assert.InRange(frame.CalculateSize(), body.Length, WireLimits.MessageBytes);
    }

    [Fact]
    public void Inventory_OfTheLargestSize_FitsAMessage()
    {
        var frame = new LinkFrame { Inventory = new Wire.Inventory() };
        for (var i = 0; i < WireLimits.InventoryTasks; i++)
            frame.Inventory.Tasks.Add(ByteString.CopyFrom(new byte[32]));
        for (var i = 0; i < WireLimits.InventoryAnnouncements; i++)
            frame.Inventory.Announcements.Add(ByteString.CopyFrom(new byte[WireLimits.AnnouncementBytes]));
        Assert.InRange(frame.CalculateSize(), 1, WireLimits.ContentBytes);
    }

    [Fact]
    public void Read_Bye_CleansItsText()
    {
        var text = "a\u001b[2Jb" + new string('x', 999);
        var frame = new LinkFrame { Bye = new Bye { Reason = (ByeReason)99, Text = text } };
        var bye = Assert.IsType<LinkMessage.Farewell>(LinkFrameCodec.Read(frame, Verifier, Now).Value);
        Assert.Equal(ByeKind.Unknown, bye.Kind);
        Assert.StartsWith("a?[2Jb", bye.Text, StringComparison.Ordinal);
        Assert.Equal(WireLimits.ByeTextLength, bye.Text.Length);
    }

    [Fact]
    public void Rejects_FramesBeyondTheirLimits()
    {
        AssertRefused(RejectionReason.UnknownKind, new LinkFrame());
        AssertRefused(RejectionReason.UnknownKind, Broadcast((BroadcastType)9, 4));
        AssertRefused(RejectionReason.TooLarge, Broadcast(BroadcastType.TaskPublish, 0));
        AssertRefused(RejectionReason.TooLarge,
            Broadcast(BroadcastType.TaskPublish, BroadcastMessage.MaximumBodyBytes + 1));
        AssertRefused(RejectionReason.TooLarge,
            Broadcast(BroadcastType.EliteAnnounce, WireLimits.AnnouncementBytes + 1));
        AssertRefused(RejectionReason.TooMany, Inventory(WireLimits.InventoryTasks + 1, 0));
        AssertRefused(RejectionReason.TooMany, Inventory(0, WireLimits.InventoryAnnouncements + 1));
        AssertRefused(RejectionReason.BadId, Inventory(1, 0));
        AssertRefused(RejectionReason.BadKey, Inventory(0, 1));
        AssertRefused(RejectionReason.BadKey, new LinkFrame { Hello = new Hello() });
    }

    [Fact]
    public void Rejects_InventoryWithARepeatedAnnouncement_BeforeAnySignatureIsRead()
    {
        // None of them is an envelope, which would be the reason if one of them had been opened.
        var frame = Inventory(0, 2);
        AssertRefused(RejectionReason.Repeated, frame);
        frame.Inventory.Announcements[1] = ByteString.CopyFrom([1]);
        Assert.NotEqual(RejectionReason.Repeated, LinkFrameCodec.Read(frame, Verifier, Now).Rejection?.Reason);
    }

    [Fact]
    public void Inventory_BeyondItsLimits_Throws()
    {
        var tasks = Enumerable.Range(0, 65).Select(i => new TaskId(Hash256.Sha256(BitConverter.GetBytes(i))));
        Assert.Throws<ArgumentException>(() => LinkFrameCodec.Inventory(new Inventory([.. tasks], [])));
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var frame = WireReader.Read(LinkFrame.Parser, bytes, WireLimits.MessageBytes);
            if (!frame.IsAccepted)
                return frame.Rejection is not null;
            var read = LinkFrameCodec.Read(frame.Value, Verifier, Now);
            return read.IsAccepted != read.Rejection is not null;
        }).QuickCheckThrowOnFailure();

    private static void AssertRefused(RejectionReason reason, LinkFrame frame) =>
        Assert.Equal(reason, LinkFrameCodec.Read(frame, Verifier, Now).Rejection?.Reason);

    private static LinkFrame Broadcast(BroadcastType type, int bytes) => new()
    {
        Broadcast = new Broadcast { Type = type, Body = ByteString.CopyFrom(new byte[bytes]) },
    };

    private static LinkFrame Inventory(int tasks, int announcements)
    {
        var frame = new LinkFrame { Inventory = new Wire.Inventory() };
        frame.Inventory.Tasks.AddRange(Enumerable.Repeat(ByteString.Empty, tasks));
        frame.Inventory.Announcements.AddRange(Enumerable.Repeat(ByteString.Empty, announcements));
        return frame;
    }
}
