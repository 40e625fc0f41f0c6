using Gaia.Core.Identity;
using Gaia.Grpc.Client;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Records;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Wire;
using Gaia.Transport.Wire;
using Grpc.Core;

namespace Gaia.Transport.Swarm;

/// <summary>Holds a link to a node and sends over it whatever a test wants.</summary>
internal sealed class LinkedStranger : IDisposable
{
    private readonly ForgedCertificate _certificate = new();
    private readonly GrpcChannel _channel;
    private readonly AsyncDuplexStreamingCall<LinkFrame, LinkFrame> _call;

    public LinkedStranger(TestNode node)
    {
        _channel = RawClient.Channel(node.Endpoint, _certificate.CreateContext(), 1 << 20);
        _call = new Gossip.GossipClient(_channel.CreateCallInvoker()).Link();
    }

    public NodeId Node => _certificate.Identity.Node;

    public async Task GreetAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var record = NodeRecordCodec.Sign(
            new NodeRecord
            {
                Node = Node,
                Sequence = 1,
                Issued = now,
                Expires = now + TimeSpan.FromHours(1),
                Addresses = [],
                Mode = PeerMode.Client,
                ProtocolMin = 1,
                ProtocolMax = 1,
            },
            new EnvelopeSigner(TestNode.Network, _certificate.Identity));
        await _call.RequestStream.WriteAsync(LinkFrameCodec.Hello(record.Value!, urgent: false));
        Assert.True(await _call.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(TestNode.Patience));
        Assert.NotNull(_call.ResponseStream.Current.Hello);
    }

    public Task SendAsync(LinkFrame frame) => _call.RequestStream.WriteAsync(frame);

    public void Dispose()
    {
        _call.Dispose();
        _channel.Dispose();
        _certificate.Dispose();
    }
}
