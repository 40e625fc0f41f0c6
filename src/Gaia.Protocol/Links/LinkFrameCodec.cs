using System.Collections.Immutable;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Records;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Links;

/// <summary>Frames of a link between the wire and the domain.</summary>
internal static class LinkFrameCodec
{
    public static LinkFrame Hello(NodeRecord record, bool urgent) => new()
    {
        Hello = new Hello { Record = UnsafeByteOperations.UnsafeWrap(record.SignedBytes), Urgent = urgent },
    };

    public static LinkFrame Broadcast(BroadcastMessage message) => new()
    {
        Broadcast = new Broadcast
        {
            Type = message.Kind == BroadcastKind.EliteAnnounce
                ? BroadcastType.EliteAnnounce
                : BroadcastType.TaskPublish,
            Body = UnsafeByteOperations.UnsafeWrap(message.Body),
        },
    };

    /// <summary>The frame of an inventory.</summary>
    /// <exception cref="ArgumentException">It exceeds its limits.</exception>
    public static LinkFrame Inventory(Inventory inventory)
    {
        if (inventory.Tasks.Length > WireLimits.InventoryTasks
            || inventory.Announcements.Length > WireLimits.InventoryAnnouncements)
        {
            throw new ArgumentException("The inventory is larger than its limits.", nameof(inventory));
        }

        var wire = new Wire.Inventory();
        wire.Tasks.AddRange(inventory.Tasks.Select(task => IdBytes.Of(task.Value)));
        wire.Announcements.AddRange(
            inventory.Announcements.Select(signed => UnsafeByteOperations.UnsafeWrap(signed.SignedBytes)));
        return new LinkFrame { Inventory = wire };
    }

    public static LinkFrame Bye(ByeKind kind, string text) => new()
    {
        Bye = new Bye
        {
            Reason = (ByeReason)kind,
            Text = WireText.Cleaned(text, WireLimits.ByeTextLength),
        },
    };

    /// <summary>Checks one frame. A broadcast's signature is not looked at:
    /// see <see cref="Broadcasts.BroadcastReader"/>.
    /// </summary>
    public static Decoded<LinkMessage> Read(LinkFrame frame, EnvelopeVerifier verifier, DateTimeOffset now) =>
        frame.FrameCase switch
        {
            LinkFrame.FrameOneofCase.Hello => ReadHello(frame.Hello, verifier, now),
            LinkFrame.FrameOneofCase.Broadcast => ReadBroadcast(frame.Broadcast),
            LinkFrame.FrameOneofCase.Inventory => ReadInventory(frame.Inventory, verifier),
            LinkFrame.FrameOneofCase.Bye => ReadBye(frame.Bye),
            _ => Refuse(RejectionReason.UnknownKind, "A frame of a kind that is not known."),
        };

    private static Decoded<LinkMessage> ReadHello(Hello hello, EnvelopeVerifier verifier, DateTimeOffset now)
    {
        var record = NodeRecordCodec.Read(hello.Record.Memory, verifier, now);
        return record.IsAccepted ? new LinkMessage.Greeting(record.Value, hello.Urgent) : record.Rejection;
    }

    private static Decoded<LinkMessage> ReadBroadcast(Broadcast wire)
    {
        var kind = wire.Type switch
        {
            BroadcastType.EliteAnnounce => BroadcastKind.EliteAnnounce,
            BroadcastType.TaskPublish => BroadcastKind.TaskPublish,
            _ => BroadcastKind.Unknown,
        };
        if (kind == BroadcastKind.Unknown)
            return Refuse(RejectionReason.UnknownKind, "A broadcast of a kind that is not known.");
        var limit = kind == BroadcastKind.EliteAnnounce
            ? WireLimits.AnnouncementBytes
            : BroadcastMessage.MaximumBodyBytes;
        if (wire.Body.Length > limit || !BroadcastMessage.TryCreate(kind, wire.Body.Memory, out var message))
            return Refuse(RejectionReason.TooLarge, $"A {kind} of {wire.Body.Length} bytes; 1 to {limit} are allowed.");
        return new LinkMessage.Relayed(message);
    }

    private static Decoded<LinkMessage> ReadInventory(Wire.Inventory wire, EnvelopeVerifier verifier)
    {
        if (wire.Tasks.Count > WireLimits.InventoryTasks
            || wire.Announcements.Count > WireLimits.InventoryAnnouncements)
        {
            return Refuse(RejectionReason.TooMany,
                $"An inventory of {wire.Tasks.Count} tasks and {wire.Announcements.Count} announcements.");
        }

        if (!IdBytes.TryReadTasks(wire.Tasks, out var tasks))
            return Refuse(RejectionReason.BadId, "A task of the inventory has no id.");
        // Before any signature is looked at: a copy costs its sender nothing, and its verification costs this node.
        if (wire.Announcements.Distinct().Count() < wire.Announcements.Count)
            return Refuse(RejectionReason.Repeated, "An inventory with the same announcement twice.");
        var announcements = ImmutableArray.CreateBuilder<SignedAnnouncement>(wire.Announcements.Count);
        foreach (var bytes in wire.Announcements)
        {
            var read = AnnouncementCodec.Read(bytes.Memory, verifier);
            if (!read.IsAccepted)
                return read.Rejection;
            announcements.Add(read.Value);
        }

        return new LinkMessage.Offered(new Inventory(tasks, announcements.MoveToImmutable()));
    }

    private static Decoded<LinkMessage> ReadBye(Bye bye)
    {
        var kind = Enum.IsDefined((ByeKind)bye.Reason) ? (ByeKind)bye.Reason : ByeKind.Unknown;
        return new LinkMessage.Farewell(kind, WireText.Cleaned(bye.Text, WireLimits.ByeTextLength));
    }

    private static Decoded<LinkMessage> Refuse(RejectionReason reason, string text) =>
        Decoded<LinkMessage>.Reject(reason, text);
}
