using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Wire;
using Gaia.Transport.Identity;
using Gaia.Transport.Peers;
using Gaia.Transport.Swarm;
using Gaia.Transport.Wire;
using Grpc.Core;

namespace Gaia.Transport.Channel;

/// <summary>Who answers is not whom we dialled, or is of another network or version: named at both ends.</summary>
public sealed class ForeignNodeTests
{
    private static readonly PeerNetworkOptions OtherNetwork =
        TestNode.Defaults with { Network = NetworkId.FromName("another-network") };

    private static readonly PeerNetworkOptions OtherProtocol =
        TestNode.Defaults with { Protocol = new ProtocolRange(7, 9) };

    [Fact]
    public async Task DialAsync_NodeOfAnotherNetwork_IsNamedAtBothEnds()
    {
        await using var here = await TestNode.StartAsync();
        await using var there = await TestNode.StartAsync(OtherNetwork);
        var result = await here.Peers.DialAsync(there.Address, urgent: false, CancellationToken.None);

        Assert.False(result.Succeeded);
        Assert.Equal(DialStep.Tls, result.Step);
        Assert.Equal(PeerFailureReason.WrongNetwork, result.Failure.Reason);
        Assert.Contains(TestNode.Network.Short, result.Failure.Text, StringComparison.Ordinal);
        Assert.Contains(OtherNetwork.Network.Short, result.Failure.Text, StringComparison.Ordinal);
        await here.AwaitRefusalAsync(RefusalReason.WrongNetwork);
        await there.AwaitRefusalAsync(RefusalReason.WrongNetwork);
        await there.AssertUnharmedAsync();
    }

    [Fact]
    public async Task DialAsync_NodeWithoutCommonProtocol_IsNamedAtBothEnds()
    {
        await using var here = await TestNode.StartAsync();
        await using var there = await TestNode.StartAsync(OtherProtocol);
        var result = await here.Peers.DialAsync(there.Address, urgent: false, CancellationToken.None);

        Assert.False(result.Succeeded);
        Assert.Equal(PeerFailureReason.WrongProtocol, result.Failure.Reason);
        Assert.Contains("7-9", result.Failure.Text, StringComparison.Ordinal);
        await here.AwaitRefusalAsync(RefusalReason.WrongProtocol);
        await there.AwaitRefusalAsync(RefusalReason.WrongProtocol);
        await there.AssertUnharmedAsync();
    }

    [Fact]
    public async Task PingAsync_NodeOfAnotherNetwork_IsNamed()
    {
        await using var here = await TestNode.StartAsync();
        await using var there = await TestNode.StartAsync(OtherNetwork);
        var result = await here.Peers.PingAsync(there.Record, CancellationToken.None);
        Assert.Equal(PeerFailureReason.WrongNetwork, result.Failure?.Reason);
        Assert.Equal(DialStep.Tls, result.Failure?.Step);
    }

    [Theory]
    [InlineData(true, "WrongNetwork")]
    [InlineData(false, "WrongProtocol")]
    public async Task Call_OfAForeignNodeThatCallsAnyway_IsRefusedByName(bool network, string reason)
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate
        {
            Network = network ? OtherNetwork.Network : TestNode.Network,
            Protocol = network ? ProtocolRange.Current : OtherProtocol.Protocol,
        };
        using var channel = RawClient.Channel(node.Endpoint, forged.CreateContext(), 1 << 20);
        var client = new Discovery.DiscoveryClient(channel.CreateCallInvoker());

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await client.PingAsync(new PingRequest()));
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.StartsWith(reason, refused.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(reason, refused.Trailers.GetValue(Listening.CallGuard.ReasonTrailer));
        Assert.Equal(1, node.Peers.Refusals[Enum.Parse<RefusalReason>(reason)]);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task DialAsync_AnotherNodeAnswers_IsAForgedNodeId()
    {
        await using var here = await TestNode.StartAsync();
        await using var victim = await TestNode.StartAsync();
        await using var impostor = await TestNode.StartAsync();
        var address = PeerAddress.Create(victim.Id, "127.0.0.1", impostor.Endpoint.Port);
        var result = await here.Peers.DialAsync(address, urgent: false, CancellationToken.None);

        Assert.False(result.Succeeded);
        Assert.Equal(DialStep.Tls, result.Step);
        Assert.Equal(PeerFailureReason.ForgedNodeId, result.Failure.Reason);
        Assert.Contains(impostor.Id.Short, result.Failure.Text, StringComparison.Ordinal);
        await here.AwaitRefusalAsync(RefusalReason.ForgedNodeId);
        Assert.Empty(here.Peers.Links);
        await here.AssertUnharmedAsync();
    }

    [Fact]
    public async Task DialAsync_ServerShowsTheDialledIdentityWithoutItsKey_IsRefused()
    {
        await using var here = await TestNode.StartAsync();
        await using var victim = await TestNode.StartAsync();
        using var forged = new ForgedCertificate
        {
            Content = extension => (extension with { Identity = victim.Identity.PublicKey }).Encode(),
        };
        using var server = new RawServer();
        var serving = server.ServeAsync(forged.CreateContext());
        var address = PeerAddress.Create(victim.Id, "127.0.0.1", server.Endpoint.Port);
        var result = await here.Peers.DialAsync(address, urgent: false, CancellationToken.None);

        Assert.Equal(PeerFailureReason.Tls, result.Failure?.Reason);
        Assert.Equal(1, here.Peers.Refusals[RefusalReason.IdentitySignature]);
        await serving.WaitAsync(TestNode.Patience);
    }

    [Fact]
    public async Task DialAsync_ServerShowsTwoCertificates_IsRefused()
    {
        await using var here = await TestNode.StartAsync();
        using var identity = NodeIdentity.Create();
        using var server = new RawServer();
        var serving = server.ServeAsync(ForgedCertificate.CreateChain(identity));
        var address = PeerAddress.Create(identity.Node, "127.0.0.1", server.Endpoint.Port);
        var result = await here.Peers.DialAsync(address, urgent: false, CancellationToken.None);

        Assert.Equal(PeerFailureReason.Tls, result.Failure?.Reason);
        Assert.Equal(1, here.Peers.Refusals[RefusalReason.ChainLength]);
        await serving.WaitAsync(TestNode.Patience);
    }
}
