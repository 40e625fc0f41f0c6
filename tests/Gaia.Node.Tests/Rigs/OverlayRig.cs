using Gaia.Node.Exchange;
using Gaia.Node.Hosting;
using Gaia.Node.Swarm;
using Gaia.Overlay;
using Gaia.Overlay.Events;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Records;
using Gaia.Protocol.Signing;
using Gaia.Transport.Identity;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Node.Tests.Rigs;

/// <summary>The overlay's loop alone, over a scripted network and a clock that the test moves.</summary>
internal sealed class OverlayRig : IAsyncDisposable
{
    private static readonly NetworkId Network = NetworkId.FromName("gaia-test");

    private readonly TestDirectory _data = new();
    private readonly NodeIdentity _identity = NodeIdentity.Create();
    private readonly OverlayInbox _inbox = new(256);
    private readonly OverlayLoop _loop;
    private readonly Task _running;
    private long _lastLink;

    public OverlayRig(IPeerNetwork network, params PeerAddress[] bootstrap)
    {
        var logger = NullLogger.Instance;
        var self = new SelfRecord(
            TestNode.Options(_data.Path),
            new EnvelopeSigner(Network, _identity),
            new RecordSequence(_data.Path, logger),
            Time);
        self.ListenAt(PeerAddress.Create(_identity.Node, "127.0.0.1", 7435));
        _loop = new OverlayLoop(
            OverlayOptions.Default,
            self,
            _inbox,
            network,
            new ExchangeInbox(16),
            new PeerKeeper(new MemoryStores(), new StoreHealth(logger)),
            Time,
            logger);
        _running = Task.Run(() => _loop.RunAsync([.. bootstrap], []));
    }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));

    public OverlaySnapshot Overlay => _loop.Snapshot.Overlay;

    /// <summary>A node links to this one, with a record that it signed just now.</summary>
    public async Task<NodeRecord> WelcomeAsync()
    {
        using var identity = NodeIdentity.Create();
        var now = Time.GetUtcNow();
        var signed = NodeRecordCodec.Sign(
            new NodeRecord
            {
                Node = identity.Node,
                Sequence = 1,
                Issued = now,
                Expires = now + TimeSpan.FromHours(24),
                Addresses = [PeerAddress.Create(identity.Node, "127.0.0.1", 7436)],
                Mode = PeerMode.Server,
                ProtocolMin = 1,
                ProtocolMax = 1,
            },
            new EnvelopeSigner(Network, identity));
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        var link = new LinkId(++_lastLink);
        await _inbox.WriteAsync(
            new OverlayEvent.LinkUp(link, signed.Value, LinkDirection.Inbound, null, Urgent: false),
            CancellationToken.None);
        return signed.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await _inbox.WriteAsync(new OverlayEvent.Stopping(), CancellationToken.None);
        await _running;
        await _loop.DisposeAsync();
        _identity.Dispose();
        _data.Dispose();
    }
}
