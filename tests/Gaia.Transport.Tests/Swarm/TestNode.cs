using System.Net;
using Gaia.Core.Identity;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Records;
using Gaia.Protocol.Signing;
using Gaia.Transport.Channel;
using Gaia.Transport.Identity;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gaia.Transport.Swarm;

/// <summary>A whole node's transport on loopback, with an identity of its own.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    public static readonly NetworkId Network = NetworkId.FromName("transport-tests");

    /// <summary>How long a test waits for a state before it has failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static readonly PeerNetworkOptions Defaults = new()
    {
        Network = Network,
        Connections = new ConnectionLimits { LimitAddresses = false },
    };

    private TestNode(PeerNetworkOptions options, ILoggerFactory? logs)
    {
        Options = options;
        Signer = new EnvelopeSigner(options.Network, Identity);
        Handler = new RecordingHandler { LocalRecord = SignRecord(null) };
        Peers = new PeerNetwork(
            options, Identity, Handler, TimeProvider.System, logs ?? NullLoggerFactory.Instance);
    }

    public PeerNetworkOptions Options { get; }

    public NodeIdentity Identity { get; } = NodeIdentity.Create();

    public EnvelopeSigner Signer { get; }

    public RecordingHandler Handler { get; }

    public PeerNetwork Peers { get; }

    public NodeId Id => Identity.Node;

    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    public PeerAddress Address => PeerAddress.Create(Id, "127.0.0.1", Endpoint.Port);

    public NodeRecord Record => Handler.LocalRecord;

    public static async Task<TestNode> StartAsync(PeerNetworkOptions? options = null, ILoggerFactory? logs = null)
    {
        var node = new TestNode(options ?? Defaults, logs);
        var result = await node.Peers.ListenAsync(new IPEndPoint(IPAddress.Loopback, 0), CancellationToken.None);
        Assert.True(result.Succeeded, result.Message);
        node.Endpoint = result.Endpoint;
        node.Handler.LocalRecord = node.SignRecord(node.Address);
        return node;
    }

    public NodeRecord SignRecord(PeerAddress? address, ulong sequence = 1)
    {
        var now = TimeProvider.System.GetUtcNow();
        var signed = NodeRecordCodec.Sign(
            new NodeRecord
            {
                Node = Id,
                Sequence = sequence,
                Issued = now,
                Expires = now + TimeSpan.FromHours(24),
                Addresses = address is null ? [] : [address],
                Mode = address is null ? PeerMode.Client : PeerMode.Server,
                ProtocolMin = 1,
                ProtocolMax = 1,
                Build = "test",
            },
            Signer);
        Assert.True(signed.IsAccepted, signed.Rejection?.Text);
        return signed.Value;
    }

    /// <summary>Dials another node and takes both ends' links.</summary>
    public async Task<(PeerLink Mine, PeerLink Theirs)> LinkAsync(TestNode other)
    {
        var dialled = await Peers.DialAsync(other.Address, urgent: false, CancellationToken.None).WaitAsync(Patience);
        Assert.True(dialled.Succeeded, dialled.Failure?.Text);
        var mine = await Handler.Opened.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        var theirs = await other.Handler.Opened.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        Assert.Same(dialled.Link, mine);
        return (mine, theirs);
    }

    /// <summary>Completes once a reason was counted so often.</summary>
    public async Task AwaitRefusalAsync(RefusalReason reason, long times = 1)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check(RefusalReason counted)
        {
            if (Peers.Refusals[reason] >= times)
                reached.TrySetResult();
        }

        Peers.Counters.Counted += Check;
        try
        {
            Check(reason);
            await reached.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{reason} was not counted; counted were: {string.Join(", ", Peers.Refusals.Counts)}");
        }
        finally
        {
            Peers.Counters.Counted -= Check;
        }
    }

    /// <summary>Holds the node to answer an honest one as if nothing had happened.</summary>
    public async Task AssertUnharmedAsync()
    {
        await using var honest = await StartAsync(Options);
        var ping = await honest.Peers.PingAsync(Record, CancellationToken.None).WaitAsync(Patience);
        Assert.True(ping.Succeeded, ping.Failure?.Text);
        var (mine, _) = await honest.LinkAsync(this);
        Assert.Equal(Id, mine.Node);
    }

    public async ValueTask DisposeAsync()
    {
        await Peers.DisposeAsync();
        Identity.Dispose();
    }
}
