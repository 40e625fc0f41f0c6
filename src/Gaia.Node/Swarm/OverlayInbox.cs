using System.Threading.Channels;
using Gaia.Overlay.Events;

namespace Gaia.Node.Swarm;

/// <summary>What waits for the overlay: bounded, many writers, one reader.</summary>
/// <remarks>
/// The reader never waits for any of its writers, so whoever may wait writes with <see cref="WriteAsync"/> and cannot
/// deadlock.
/// </remarks>
internal sealed class OverlayInbox(int capacity)
{
    private readonly Channel<OverlayEvent> _channel = Channel.CreateBounded<OverlayEvent>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    private long _dropped;
    private int _tickIsDue;

    public ChannelReader<OverlayEvent> Reader => _channel.Reader;

    /// <summary>Events that found no room.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>For callers that must not wait; false where the queue is full or closed.</summary>
    public bool TryWrite(OverlayEvent input)
    {
        if (_channel.Writer.TryWrite(input))
            return true;
        Interlocked.Increment(ref _dropped);
        return false;
    }

    /// <summary>Waits for room; an event for a loop that has ended is nobody's.</summary>
    public async ValueTask WriteAsync(OverlayEvent input, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync(input, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // The node stops.
        }
    }

    /// <summary>Time is up: the loop ticks next, even where the queue has no room to say so.</summary>
    public void Ring()
    {
        Interlocked.Exchange(ref _tickIsDue, 1);
        _channel.Writer.TryWrite(new OverlayEvent.Tick());
    }

    /// <summary>True once after each <see cref="Ring"/>.</summary>
    public bool TakeTick() => Interlocked.Exchange(ref _tickIsDue, 0) == 1;

    public void Close() => _channel.Writer.TryComplete();
}
