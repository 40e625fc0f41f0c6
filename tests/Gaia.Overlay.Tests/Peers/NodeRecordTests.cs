using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Tests.Peers;

public sealed class NodeRecordTests
{
    private static readonly NodeRecord Good = TestPeers.Record(1);

    public static TheoryData<NodeRecordFault, NodeRecord> Broken => new()
    {
        { NodeRecordFault.Id, Good with { Node = default } },
        { NodeRecordFault.TooManyAddresses, Good with { Addresses = [.. Enumerable.Repeat(TestPeers.Address(1), 9)] } },
        { NodeRecordFault.ForeignAddress, Good with { Addresses = [TestPeers.Address(1), TestPeers.Address(2)] } },
        { NodeRecordFault.NoAddress, Good with { Addresses = [] } },
        { NodeRecordFault.NoAddress, Good with { Addresses = default } },
        { NodeRecordFault.Lifetime, Good with { Expires = Good.Issued } },
        { NodeRecordFault.Lifetime, Good with { Expires = Good.Issued + TimeSpan.FromHours(48.01) } },
        { NodeRecordFault.FromTheFuture, Good with { Issued = TestPeers.Start + TimeSpan.FromMinutes(11) } },
        { NodeRecordFault.Expired, Good with { Issued = TestPeers.Start.AddHours(-2), Expires = TestPeers.Start } },
        { NodeRecordFault.ProtocolRange, Good with { ProtocolMin = 2, ProtocolMax = 1 } },
        { NodeRecordFault.Capabilities, Good with { Build = new string('x', 65) } },
        { NodeRecordFault.Capabilities, Good with { Capabilities = new() { Cores = -1 } } },
        { NodeRecordFault.Capabilities, Good with { Capabilities = new() { EvaluationsPerSecond = double.NaN } } },
        { NodeRecordFault.TooLarge, Good with { SignedBytes = new byte[1025] } },
        { NodeRecordFault.Mode, Good with { Mode = (PeerMode)7 } },
    };

    [Fact]
    public void Accepts_RecordsWithinTheRules()
    {
        Assert.Equal(NodeRecordFault.None, Good.Check(TestPeers.Start));
        Assert.Equal(NodeRecordFault.None, TestPeers.Record(1, mode: PeerMode.Client).Check(TestPeers.Start));
        Assert.Equal(NodeRecordFault.None, Good.Check(Good.Expires - TimeSpan.FromTicks(1)));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Rejects_BrokenRecord_NamesTheRule(NodeRecordFault fault, NodeRecord record) =>
        Assert.Equal(fault, record.Check(TestPeers.Start));

    [Fact]
    public void Replaces_OnlyByAHigherNumber()
    {
        Assert.True(Good.Replaces(null));
        Assert.True((Good with { Sequence = 2 }).Replaces(Good));
        Assert.False(Good.Replaces(Good));
        Assert.False(Good.Replaces(Good with { Sequence = 2 }));
        Assert.Throws<ArgumentException>(() => Good.Replaces(TestPeers.Record(2)));
    }

    [Fact]
    public void RenewAt_IsHalfOfTheLifetime() => Assert.Equal(TestPeers.Start.AddHours(12), Good.RenewAt);

    [Fact]
    public void Equals_ComparesAddressesAndBytesByContent()
    {
        var twin = TestPeers.Record(1) with { SignedBytes = new byte[] { 1, 2 } };
        Assert.Equal(twin, TestPeers.Record(1) with { SignedBytes = new byte[] { 1, 2 } });
        Assert.NotEqual(twin, TestPeers.Record(1) with { SignedBytes = new byte[] { 1, 3 } });
        Assert.NotEqual(Good, Good with { Addresses = [] });
    }
}
