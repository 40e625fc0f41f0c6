using FsCheck;
using FsCheck.Fluent;
using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Announcements;

public sealed class AnnouncementCodecTests : IDisposable
{
    // Tag and longest varint of a uint64, as field 7 of a later version.
    private const int LedgerIndexBytes = 11;

    private static readonly NetworkId Network = NetworkId.FromName("announcement-tests");

    private readonly TestSigner _key = new();
    private readonly EnvelopeSigner _signer;
    private readonly EnvelopeVerifier _verifier = new(Network);

    public AnnouncementCodecTests() => _signer = new EnvelopeSigner(Network, _key);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Sign_LargestAnnouncement_LeavesRoomForALedgerIndexIn320Bytes()
    {
        var signed = AnnouncementCodec.Sign(Largest(), _signer);
        Assert.InRange(signed.SignedBytes.Length, 250, WireLimits.AnnouncementBytes - LedgerIndexBytes);
        Assert.Equal(262, signed.SignedBytes.Length);
    }

    [Fact]
    public void Read_ForwardedByAnybody_GivesContentAndOrigin()
    {
        var signed = AnnouncementCodec.Sign(Largest(), _signer);
        var read = AnnouncementCodec.Read(signed.SignedBytes.ToArray(), _verifier);
        Assert.True(read.IsAccepted, read.Rejection?.Text);
        Assert.Equal(Largest() with { Parents = [] }, read.Value.Content with { Parents = [] });
        Assert.Equal(Largest().Parents.AsEnumerable(), read.Value.Content.Parents);
        Assert.Equal(_key.Node, read.Value.Content.Origin);
        Assert.Equal(signed.SignedBytes.ToArray(), read.Value.SignedBytes.ToArray());
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    [InlineData(200_000_000L)]
    public void Read_AnyScore_GivesItBack(long score)
    {
        var signed = AnnouncementCodec.Sign(Largest() with { ScoreMicros = score, Parents = [] }, _signer);
        Assert.Equal(score, AnnouncementCodec.Read(signed.SignedBytes, _verifier).Value?.Content.ScoreMicros);
    }

    [Fact]
    public void Sign_ContentBeyondItsLimits_Throws()
    {
        using var other = new TestSigner();
        Assert.Throws<ArgumentException>(() => Sign(Largest() with { Origin = other.Node }));
        Assert.Throws<ArgumentException>(() => Sign(Largest() with { GenomeLength = 0 }));
        Assert.Throws<ArgumentException>(() => Sign(Largest() with { GenomeLength = WireLimits.GenomeParameters + 1 }));
        Assert.Throws<ArgumentException>(() => Sign(Largest() with { Parents = [Elite(1), Elite(2), Elite(3)] }));
    }

    [Fact]
    public void Rejects_ContentBeyondItsLimits()
    {
        AssertRefused(RejectionReason.BadId, wire => wire.Task = ByteString.Empty);
        AssertRefused(RejectionReason.BadId, wire => wire.Elite = ByteString.CopyFrom(new byte[31]));
        AssertRefused(RejectionReason.BadId, wire => wire.Elite = ByteString.CopyFrom(new byte[32]));
        AssertRefused(RejectionReason.TooMany, wire => wire.Parents.Add(wire.Elite));
        AssertRefused(RejectionReason.BadId, wire => wire.Parents[1] = ByteString.CopyFrom(1));
        AssertRefused(RejectionReason.OutOfRange, wire => wire.GenomeLength = 0);
        AssertRefused(RejectionReason.OutOfRange, wire => wire.GenomeLength = uint.MaxValue);
    }

    [Fact]
    public void Rejects_MoreThan320Bytes()
    {
        var bytes = _signer.Sign(SignatureDomain.Announcement, new byte[WireLimits.AnnouncementBytes - 100]);
        Assert.Equal(RejectionReason.TooLarge, AnnouncementCodec.Read(bytes, _verifier).Rejection?.Reason);
    }

    [Fact]
    public void Rejects_AnySignedBytes_WithoutThrowing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), payload =>
            !AnnouncementCodec.Read(_signer.Sign(SignatureDomain.Announcement, payload), _verifier).IsAccepted)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Rejects_AnySingleByteChanged()
    {
        var bytes = Sign(Largest()).SignedBytes.ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = bytes.ToArray();
            changed[i] ^= 0x10;
            Assert.False(AnnouncementCodec.Read(changed, _verifier).IsAccepted, $"byte {i}");
        }
    }

    private SignedAnnouncement Sign(EliteAnnouncement announcement) => AnnouncementCodec.Sign(announcement, _signer);

    private void AssertRefused(RejectionReason reason, Action<EliteAnnouncementPayload> change)
    {
        var opened = _verifier.Open(
            SignatureDomain.Announcement, Sign(Largest()).SignedBytes, WireLimits.AnnouncementBytes);
        var wire = EliteAnnouncementPayload.Parser.ParseFrom(opened.Value!.Payload.Span);
        change(wire);
        var bytes = _signer.Sign(SignatureDomain.Announcement, wire.ToByteArray());
        Assert.Equal(reason, AnnouncementCodec.Read(bytes, _verifier).Rejection?.Reason);
    }

    private EliteAnnouncement Largest() => new()
    {
        TaskId = new TaskId(Hash256.Sha256([1])),
        EliteId = Elite(0),
        ScoreMicros = long.MaxValue,
        NicheKey = ulong.MaxValue,
        Parents = [Elite(1), Elite(2)],
        GenomeLength = WireLimits.GenomeParameters,
        Origin = _key.Node,
    };

    private static EliteId Elite(byte number) => new(Hash256.Sha256([2, number]));
}
