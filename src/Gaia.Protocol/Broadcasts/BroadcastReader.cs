using Gaia.Overlay.Broadcast;
using Gaia.Protocol.Announcements;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;

namespace Gaia.Protocol.Broadcasts;

/// <summary>Verifies the body of a broadcast: what a node does before it forwards one.</summary>
/// <remarks>Apart from receiving, so that the overlay drops what it has seen before anybody checks a
/// signature.</remarks>
public static class BroadcastReader
{
    /// <summary>Signature, size and limits of the body.</summary>
    /// <param name="message">The message as it was received.</param>
    /// <param name="verifier">Of this node's network.</param>
    public static Decoded<BroadcastContent> Read(BroadcastMessage message, EnvelopeVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Kind switch
        {
            BroadcastKind.EliteAnnounce => ReadAnnouncement(message, verifier),
            BroadcastKind.TaskPublish => ReadTask(message, verifier),
            _ => Decoded<BroadcastContent>.Reject(RejectionReason.UnknownKind, "An unknown kind of broadcast."),
        };
    }

    private static Decoded<BroadcastContent> ReadAnnouncement(BroadcastMessage message, EnvelopeVerifier verifier)
    {
        var read = AnnouncementCodec.Read(message.Body, verifier);
        return read.IsAccepted ? new BroadcastContent.Announced(read.Value) : read.Rejection;
    }

    private static Decoded<BroadcastContent> ReadTask(BroadcastMessage message, EnvelopeVerifier verifier)
    {
        var read = TaskCodec.Read(message.Body, verifier);
        return read.IsAccepted ? new BroadcastContent.Published(read.Value) : read.Rejection;
    }
}
