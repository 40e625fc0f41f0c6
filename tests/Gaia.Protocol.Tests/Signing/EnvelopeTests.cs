using FsCheck;
using FsCheck.Fluent;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Signing;

public sealed class EnvelopeTests : IDisposable
{
    private const int Limit = 1024;
    private static readonly NetworkId Network = NetworkId.FromName("envelope-tests");

    private readonly TestSigner _key = new();
    private readonly EnvelopeSigner _signer;
    private readonly EnvelopeVerifier _verifier = new(Network);

    public EnvelopeTests() => _signer = new EnvelopeSigner(Network, _key);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Open_SignedPayload_GivesItBackWithItsSigner() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), payload =>
        {
            var bytes = _signer.Sign(SignatureDomain.Record, payload);
            var opened = _verifier.Open(SignatureDomain.Record, bytes, Limit);
            return opened.IsAccepted
                && opened.Value.Signer == _key.Node
                && opened.Value.Payload.Span.SequenceEqual(payload)
                && opened.Value.SignedBytes.Span.SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Open_AnySingleBitChanged_IsRefused()
    {
        var bytes = _signer.Sign(SignatureDomain.Record, "what a node says"u8);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(_verifier.Open(SignatureDomain.Record, changed, Limit).IsAccepted, $"bit {bit}");
        }
    }

    [Fact]
    public void Open_AnyBytes_IsATypedRefusal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            _verifier.Open(SignatureDomain.Task, bytes, Limit) is { IsAccepted: false, Rejection.Text.Length: > 0 })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Open_AnotherDomain_IsRefused()
    {
        var bytes = _signer.Sign(SignatureDomain.Record, [1]);
        Assert.Equal(RejectionReason.BadSignature,
            _verifier.Open(SignatureDomain.Announcement, bytes, Limit).Rejection?.Reason);
    }

    [Fact]
    public void Open_AnotherNetwork_IsRefused()
    {
        var bytes = _signer.Sign(SignatureDomain.Record, [1]);
        var other = new EnvelopeVerifier(NetworkId.FromName("another"));
        Assert.Equal(RejectionReason.BadSignature,
            other.Open(SignatureDomain.Record, bytes, Limit).Rejection?.Reason);
    }

    [Fact]
    public void Open_LongerThanAllowed_IsRefusedBeforeItIsRead()
    {
        var bytes = _signer.Sign(SignatureDomain.Record, new byte[Limit]);
        Assert.Equal(RejectionReason.TooLarge,
            _verifier.Open(SignatureDomain.Record, bytes, Limit).Rejection?.Reason);
    }

    [Fact]
    public void Open_SecondEncodingOfTheSameEnvelope_IsRefused()
    {
        var bytes = _signer.Sign(SignatureDomain.Record, "one"u8);
        var envelope = SignedEnvelope.Parser.ParseFrom(bytes);

        // Fields in another order, an unknown field, a longer form of a length: the same message to any protobuf
        // reader.
        byte[] reordered =
            [.. Field(3, envelope.Signature), .. Field(2, envelope.Signer), .. Field(1, envelope.Payload)];
        byte[] unknown = [.. bytes, 0x78, 0x01];
        byte[] stretched = [bytes[0], (byte)(bytes[1] | 0x80), 0, .. bytes[2..]];
        byte[] twice = [.. Field(1, envelope.Signature), .. bytes];
        foreach (var variant in new[] { reordered, unknown, stretched, twice })
        {
            Assert.Equal(envelope.Payload, SignedEnvelope.Parser.ParseFrom(variant).Payload);
            Assert.Equal(RejectionReason.NotCanonical,
                _verifier.Open(SignatureDomain.Record, variant, Limit).Rejection?.Reason);
        }
    }

    [Fact]
    public void Open_DeeplyNestedUnknownGroups_IsMalformed()
    {
        byte[] Nested(int depth) =>
            [.. Enumerable.Repeat((byte)0x7b, depth), .. Enumerable.Repeat((byte)0x7c, depth)];

        var shallow = _verifier.Open(SignatureDomain.Record, Nested(10), Limit);
        Assert.Equal(RejectionReason.NotCanonical, shallow.Rejection?.Reason);
        var deep = _verifier.Open(SignatureDomain.Record, Nested(40), Limit);
        Assert.Equal(RejectionReason.Malformed, deep.Rejection?.Reason);
    }

    [Fact]
    public void Open_KeyThatIsNoPoint_IsRefused()
    {
        var envelope = new SignedEnvelope
        {
            Payload = ByteString.CopyFrom(1),
            Signer = ByteString.CopyFrom(new byte[33]),
            Signature = ByteString.CopyFrom(new byte[64]),
        };
        Assert.Equal(RejectionReason.BadKey,
            _verifier.Open(SignatureDomain.Record, envelope.ToByteArray(), Limit).Rejection?.Reason);
    }

    private static byte[] Field(int number, ByteString value) =>
        [(byte)((number << 3) | 2), (byte)value.Length, .. value.ToByteArray()];
}
