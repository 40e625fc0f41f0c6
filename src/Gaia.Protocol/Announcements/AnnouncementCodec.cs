using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Announcements;

/// <summary>Elite announcements between their signed bytes (at most 320) and the islands.</summary>
/// <remarks>
/// The origin is not in the payload: it is the hash of the envelope's key. Largest announcement: payload 158 bytes (two
/// ids, two parents, score, niche, length), envelope 104, so 262; a ledger index of a later version adds 11.
/// </remarks>
public static class AnnouncementCodec
{
    /// <summary>Signs an announcement of this node.</summary>
    /// <exception cref="ArgumentException">The origin is another node, or the content breaks a limit.</exception>
    public static SignedAnnouncement Sign(EliteAnnouncement announcement, EnvelopeSigner signer)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        ArgumentNullException.ThrowIfNull(signer);
        if (announcement.Origin != signer.Signer.Node)
            throw new ArgumentException("A node signs only its own announcements.", nameof(announcement));
        if (announcement.Parents.Length > WireLimits.Parents)
            throw new ArgumentException($"More than {WireLimits.Parents} parents.", nameof(announcement));
        if (announcement.GenomeLength is < 1 or > WireLimits.GenomeParameters)
            throw new ArgumentException("The genome's length is out of range.", nameof(announcement));

        var wire = new EliteAnnouncementPayload
        {
            Task = IdBytes.Of(announcement.TaskId.Value),
            Elite = IdBytes.Of(announcement.EliteId.Value),
            ScoreMicros = announcement.ScoreMicros,
            NicheKey = announcement.NicheKey,
            GenomeLength = (uint)announcement.GenomeLength,
        };
        wire.Parents.AddRange(announcement.Parents.Select(parent => IdBytes.Of(parent.Value)));
        return new SignedAnnouncement(announcement, signer.Sign(SignatureDomain.Announcement, wire.ToByteArray()));
    }

    /// <summary>Reads an announcement, whoever forwarded it.</summary>
    /// <param name="bytes">The envelope; nobody may change it afterwards.</param>
    /// <param name="verifier">Of this node's network.</param>
    public static Decoded<SignedAnnouncement> Read(ReadOnlyMemory<byte> bytes, EnvelopeVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        var envelope = verifier.Open(SignatureDomain.Announcement, bytes, WireLimits.AnnouncementBytes);
        if (!envelope.IsAccepted)
            return envelope.Rejection;
        var payload = WireReader.Read(
            EliteAnnouncementPayload.Parser, envelope.Value.Payload, WireLimits.AnnouncementBytes);
        return payload.IsAccepted ? FromWire(payload.Value, envelope.Value) : payload.Rejection;
    }

    private static Decoded<SignedAnnouncement> FromWire(EliteAnnouncementPayload wire, VerifiedEnvelope envelope)
    {
        if (!IdBytes.TryRead(wire.Task, out var task) || !IdBytes.TryRead(wire.Elite, out var elite))
            return Refuse(RejectionReason.BadId, "The task or the elite has no id.");
        if (wire.Parents.Count > WireLimits.Parents)
            return Refuse(RejectionReason.TooMany, $"{wire.Parents.Count} parents.");
        if (!IdBytes.TryReadElites(wire.Parents, out var parents))
            return Refuse(RejectionReason.BadId, "A parent has no id.");
        if (wire.GenomeLength is < 1 or > WireLimits.GenomeParameters)
            return Refuse(RejectionReason.OutOfRange, $"A genome of {wire.GenomeLength} parameters.");

        var content = new EliteAnnouncement
        {
            TaskId = new TaskId(task),
            EliteId = new EliteId(elite),
            ScoreMicros = wire.ScoreMicros,
            NicheKey = wire.NicheKey,
            Parents = parents,
            GenomeLength = (int)wire.GenomeLength,
            Origin = envelope.Signer,
        };
        return new SignedAnnouncement(content, envelope.SignedBytes);
    }

    private static Decoded<SignedAnnouncement> Refuse(RejectionReason reason, string text) =>
        Decoded<SignedAnnouncement>.Reject(reason, text);
}
