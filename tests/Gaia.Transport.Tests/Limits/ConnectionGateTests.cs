using System.Net;
using Gaia.Transport.Channel;

namespace Gaia.Transport.Limits;

public sealed class ConnectionGateTests
{
    private static readonly ConnectionLimits Limits = new() { Maximum = 6, PerAddress = 2, PerSubnet = 3 };

    [Fact]
    public void TryEnter_CountsAddressSubnetAndAll()
    {
        var gate = new ConnectionGate(Limits);
        Assert.Null(Enter(gate, "10.0.0.1"));
        Assert.Null(Enter(gate, "10.0.0.1"));
        Assert.Equal(RefusalReason.TooManyFromAddress, Enter(gate, "10.0.0.1"));
        Assert.Equal(RefusalReason.TooManyFromAddress, Enter(gate, "::ffff:10.0.0.1"));
        Assert.Null(Enter(gate, "10.0.0.2"));
        Assert.Equal(RefusalReason.TooManyFromSubnet, Enter(gate, "10.0.0.3"));
        Assert.Null(Enter(gate, "10.0.1.3"));
        Assert.Null(Enter(gate, "2001:db8:1::1"));
        Assert.Null(Enter(gate, "2001:db8:1:ffff::2"));
        Assert.Equal(RefusalReason.TooManyConnections, Enter(gate, "2001:db8:2::1"));
    }

    [Fact]
    public void TryEnter_IPv6Subnet_IsThe48()
    {
        var gate = new ConnectionGate(Limits);
        for (var i = 1; i <= 3; i++)
            Assert.Null(Enter(gate, $"2001:db8:1:{i}::1"));
        Assert.Equal(RefusalReason.TooManyFromSubnet, Enter(gate, "2001:db8:1:4::1"));
        Assert.Null(Enter(gate, "2001:db8:2:4::1"));
    }

    [Fact]
    public void Leave_GivesThePlaceBack()
    {
        var gate = new ConnectionGate(Limits);
        for (var i = 0; i < 100; i++)
        {
            Assert.Null(Enter(gate, "10.0.0.1"));
            Assert.Null(Enter(gate, "10.0.0.1"));
            gate.Leave(IPAddress.Parse("10.0.0.1"));
            gate.Leave(IPAddress.Parse("10.0.0.1"));
        }
    }

    [Fact]
    public void TryEnter_WithoutLimitsOfAddresses_HoldsTheTotalOnly()
    {
        var gate = new ConnectionGate(Limits with { LimitAddresses = false });
        for (var i = 0; i < 6; i++)
            Assert.Null(Enter(gate, "127.0.0.1"));
        Assert.Equal(RefusalReason.TooManyConnections, Enter(gate, "127.0.0.1"));
    }

    private static RefusalReason? Enter(ConnectionGate gate, string address) =>
        gate.TryEnter(IPAddress.Parse(address));
}
