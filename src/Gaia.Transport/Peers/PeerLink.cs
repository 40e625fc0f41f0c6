using System.Threading.Channels;
using Gaia.Core.Identity;
using Gaia.Overlay.Broadcast;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Wire;
using Gaia.Transport.Links;
using Inventory = Gaia.Protocol.Links.Inventory;

namespace Gaia.Transport.Peers;

/// <summary>A standing link to a node whose id is proved and whose record is known.</summary>
/// <remarks>Every member may be used from any thread and returns at once.</remarks>
public sealed class PeerLink
{
    private readonly Channel<LinkFrame> _broadcasts;
    private readonly Channel<LinkFrame> _control;
    private readonly Channel<bool> _wake;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _framesSent;
    private long _framesReceived;
    private long _bytesSent;
    private long _bytesReceived;
    private long _shed;
    private volatile LinkFarewell? _farewell;

    internal PeerLink(LinkId id, LinkTerms terms, int sendQueueFrames)
    {
        Id = id;
        Peer = terms.Peer;
        Direction = terms.Direction;
        Dialled = terms.Dialled;
        Urgent = terms.Urgent;
        Remote = terms.Remote;
        _broadcasts = System.Threading.Channels.Channel.CreateBounded<LinkFrame>(
            new BoundedChannelOptions(sendQueueFrames)
            {
                FullMode = BoundedChannelFullMode.DropOldest,
                SingleReader = true,
            },
            _ => Interlocked.Increment(ref _shed));
        _control = System.Threading.Channels.Channel.CreateBounded<LinkFrame>(4);
        _wake = System.Threading.Channels.Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    }

    /// <summary>Names the link in this process; never used twice.</summary>
    public LinkId Id { get; }

    /// <summary>The other end's record, as it said Hello with it.</summary>
    public NodeRecord Peer { get; }

    /// <summary>The other end.</summary>
    public NodeId Node => Peer.Node;

    /// <summary>Who dialled.</summary>
    public LinkDirection Direction { get; }

    /// <summary>The address that was dialled; null where inbound.</summary>
    public PeerAddress? Dialled { get; }

    /// <summary>True where the dialler said that it had no peer at all.</summary>
    public bool Urgent { get; }

    /// <summary>IP address and port of the other end, for people.</summary>
    public string Remote { get; }

    /// <summary>Done once the link is gone; never fails.</summary>
    public Task Closed => _closed.Task;

    /// <summary>What went over the link so far.</summary>
    public LinkTraffic Traffic => new(
        Interlocked.Read(ref _framesSent),
        Interlocked.Read(ref _framesReceived),
        Interlocked.Read(ref _bytesSent),
        Interlocked.Read(ref _bytesReceived),
        Interlocked.Read(ref _shed));

    /// <summary>Queues a broadcast; where the queue is full, its oldest one is shed.</summary>
    /// <returns>False where the link is closing or gone.</returns>
    public bool TrySend(BroadcastMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _farewell is null && _broadcasts.Writer.TryWrite(LinkFrameCodec.Broadcast(message)) && Wake();
    }

    /// <summary>Queues what this node has; meant to be sent once, after the link opened.</summary>
    /// <returns>False where the link is closing or gone, or inventories are queued already.</returns>
    /// <exception cref="ArgumentException">The inventory exceeds its limits.</exception>
    public bool TrySend(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return _farewell is null && _control.Writer.TryWrite(LinkFrameCodec.Inventory(inventory)) && Wake();
    }

    /// <summary>Says good-bye and closes; the handler hears of it as of any other end. Further calls do
    /// nothing.</summary>
    public void Close(LinkCloseReason reason) => Close(LinkFarewell.Of(reason));

    internal LinkFarewell? Farewell => _farewell;

    internal ChannelReader<bool> Wakes => _wake.Reader;

    internal void Close(LinkFarewell farewell)
    {
        if (Interlocked.CompareExchange(ref _farewell, farewell, null) is null)
            Wake();
    }

    /// <summary>The next frame to send; inventories before broadcasts.</summary>
    internal bool TryTakeFrame(out LinkFrame? frame) =>
        _control.Reader.TryRead(out frame) || _broadcasts.Reader.TryRead(out frame);

    internal void CountSent(int bytes)
    {
        Interlocked.Increment(ref _framesSent);
        Interlocked.Add(ref _bytesSent, bytes);
    }

    internal void CountReceived(int bytes)
    {
        Interlocked.Increment(ref _framesReceived);
        Interlocked.Add(ref _bytesReceived, bytes);
    }

    internal void SetClosed() => _closed.TrySetResult();

    private bool Wake()
    {
        _wake.Writer.TryWrite(true);
        return true;
    }
}
