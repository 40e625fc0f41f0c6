using FsCheck;
using FsCheck.Fluent;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Records;

public sealed class NodeRecordCodecTests : IDisposable
{
    private static readonly NetworkId Network = NetworkId.FromName("record-tests");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_000_456);

    private readonly TestSigner _key = new();
    private readonly EnvelopeSigner _signer;
    private readonly EnvelopeVerifier _verifier = new(Network);

    public NodeRecordCodecTests() => _signer = new EnvelopeSigner(Network, _key);

    public void Dispose() => _key.Dispose();

    [Fact]
    public void Read_SignedRecord_GivesItBack()
    {
        var signed = NodeRecordCodec.Sign(Full(), _signer);
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        var read = NodeRecordCodec.Read(signed.Value.SignedBytes, _verifier, Now.AddMinutes(1));
        Assert.Equal(signed.Value, read.Value);
        Assert.Equal(Full() with { SignedBytes = signed.Value.SignedBytes }, read.Value);
    }

    [Fact]
    public void Sign_LargestOrdinaryRecord_FitsOneKilobyte()
    {
        // 8 addresses of IPv6, and every text full.
        var record = Full() with
        {
            Addresses =
            [
                .. Enumerable.Range(0, NodeRecord.MaximumAddresses).Select(i =>
                    PeerAddress.Create(_key.Node, $"2001:db8:1111:2222:3333:4444:5555:{i + 4096:x}", 65535)),
            ],
            Build = new string('b', NodeRecord.MaximumBuildLength),
            Capabilities = new NodeCapabilities
            {
                Cores = 65536,
                Simd = new string('s', NodeCapabilities.MaximumTextLength),
                Gpu = new string('g', NodeCapabilities.MaximumTextLength),
                MemoryBytes = long.MaxValue,
                EvaluationsPerSecond = 1e300,
            },
        };
        var signed = NodeRecordCodec.Sign(record, _signer);
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        Assert.InRange(signed.Value.SignedBytes.Length, 600, NodeRecord.MaximumSignedBytes);
    }

    [Fact]
    public void Sign_HostsTooLongForOneKilobyte_IsTooLarge()
    {
        var host = string.Join('.', Enumerable.Repeat(new string('a', 60), 4));
        var record = Full() with
        {
            Addresses = [.. Enumerable.Range(1, 8).Select(port => PeerAddress.Create(_key.Node, host, port))],
        };
        Assert.Equal(RejectionReason.TooLarge, NodeRecordCodec.Sign(record, _signer).Rejection?.Reason);
    }

    [Fact]
    public void Sign_RecordOfAnotherNode_Throws()
    {
        using var other = new TestSigner();
        Assert.Throws<ArgumentException>(() => NodeRecordCodec.Sign(Full() with { Node = other.Node }, _signer));
    }

    [Theory]
    [InlineData(-11)]
    [InlineData(24 * 60)]
    [InlineData(72 * 60)]
    public void Rejects_TimesOutsideTheRecordsLife(int minutes)
    {
        var signed = NodeRecordCodec.Sign(Full(), _signer).Value!;
        var read = NodeRecordCodec.Read(signed.SignedBytes, _verifier, Now.AddMinutes(minutes));
        Assert.Equal(RejectionReason.Time, read.Rejection?.Reason);
        Assert.True(NodeRecordCodec.ReadStored(signed.SignedBytes, _verifier).IsAccepted);
    }

    [Fact]
    public void Rejects_LifeLongerThan48Hours() => AssertRefused(
        RejectionReason.Time, wire => wire.ExpiresMs = wire.IssuedMs + (49L * 3600 * 1000));

    [Fact]
    public void Rejects_TimeOutsideTheCalendar() => AssertRefused(
        RejectionReason.Time, wire => wire.ExpiresMs = long.MaxValue);

    [Fact]
    public void Rejects_NinthAddress() => AssertRefused(RejectionReason.TooMany, wire =>
    {
        while (wire.Addresses.Count < 9)
            wire.Addresses.Add(new Wire.Endpoint { Host = "10.0.0.1", Port = 1 });
    });

    [Theory]
    [InlineData("", 1u)]
    [InlineData("host name", 1u)]
    [InlineData("10.0.0.1", 0u)]
    [InlineData("10.0.0.1", 65536u)]
    [InlineData("10.0.0.1", uint.MaxValue)]
    public void Rejects_Address(string host, uint port) => AssertRefused(
        RejectionReason.OutOfRange, wire => wire.Addresses.Add(new Wire.Endpoint { Host = host, Port = port }));

    [Fact]
    public void Rejects_UnknownMode() => AssertRefused(
        RejectionReason.UnknownKind, wire => wire.Mode = (Wire.NodeMode)77);

    [Fact]
    public void Rejects_EmptyProtocolRange() => AssertRefused(
        RejectionReason.OutOfRange, wire => wire.ProtocolMin = wire.ProtocolMax + 1);

    [Fact]
    public void Rejects_ProtocolBeyond16Bits() => AssertRefused(
        RejectionReason.OutOfRange, wire => wire.ProtocolMax = 65536);

    [Theory]
    [InlineData("\u001b[31mred")]
    [InlineData("a\u202eb")]
    [InlineData("line\nline")]
    public void Rejects_TextThatSteersATerminal(string build) => AssertRefused(
        RejectionReason.OutOfRange, wire => wire.Build = build);

    [Fact]
    public void Rejects_CapabilitiesOutOfRange()
    {
        AssertRefused(RejectionReason.OutOfRange, wire => wire.Capabilities.EvaluationsPerSecond = double.NaN);
        AssertRefused(RejectionReason.OutOfRange, wire => wire.Capabilities.Cores = uint.MaxValue);
        AssertRefused(RejectionReason.OutOfRange, wire => wire.Capabilities.MemoryBytes = ulong.MaxValue);
        AssertRefused(RejectionReason.OutOfRange, wire => wire.Capabilities.Gpu = new string('g', 65));
    }

    [Fact]
    public void Rejects_AnySignedBytes_WithoutThrowing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), payload =>
        {
            // The attacker has a key: the envelope is sound, and its content is anything.
            var bytes = _signer.Sign(SignatureDomain.Record, payload);
            return NodeRecordCodec.Read(bytes, _verifier, Now) is { IsAccepted: false, Rejection: not null };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyByteOfASoundPayloadChanged_NeverThrows()
    {
        var payload = Payload().ToByteArray();
        for (var i = 0; i < payload.Length; i++)
        {
            foreach (var change in new byte[] { 1, 0x80, 0xff })
            {
                var changed = payload.ToArray();
                changed[i] ^= change;
                var read = NodeRecordCodec.Read(_signer.Sign(SignatureDomain.Record, changed), _verifier, Now);
                Assert.True(read.Rejection is not null || read.Value?.Check(Now) == NodeRecordFault.None);
            }
        }
    }

    private void AssertRefused(RejectionReason reason, Action<NodeRecordPayload> change)
    {
        var wire = Payload();
        change(wire);
        var bytes = _signer.Sign(SignatureDomain.Record, wire.ToByteArray());
        Assert.Equal(reason, NodeRecordCodec.Read(bytes, _verifier, Now).Rejection?.Reason);
    }

    private NodeRecordPayload Payload()
    {
        var signed = NodeRecordCodec.Sign(Full(), _signer).Value!;
        var opened = _verifier.Open(SignatureDomain.Record, signed.SignedBytes, NodeRecord.MaximumSignedBytes);
        return NodeRecordPayload.Parser.ParseFrom(opened.Value!.Payload.Span);
    }

    private NodeRecord Full() => new()
    {
        Node = _key.Node,
        Sequence = 7,
        Issued = Now,
        Expires = Now.AddHours(24),
        Addresses =
        [
            PeerAddress.Create(_key.Node, "203.0.113.7", 7435),
            PeerAddress.Create(_key.Node, "2001:db8::7", 7435),
            PeerAddress.Create(_key.Node, "node.example.org", 443),
        ],
        Mode = PeerMode.Server,
        ProtocolMin = 1,
        ProtocolMax = 3,
        Build = "gaianode/0.1.0",
        Capabilities = new NodeCapabilities
        {
            Cores = 8,
            Simd = "avx2",
            MemoryBytes = 1L << 34,
            EvaluationsPerSecond = 1234.5,
        },
    };
}
