using System.Threading.Channels;

namespace Gaia.Node.Exchange;

/// <summary>What waits for the exchange: bounded, many writers, one reader.</summary>
/// <remarks>
/// The exchange waits for the store and for the overlay's inbox, never for one of the writers here but the overlay; the
/// overlay's loop therefore uses <see cref="TryWrite"/>, and everybody else may wait.
/// </remarks>
internal sealed class ExchangeInbox(int capacity)
{
    private readonly Channel<ExchangeCommand> _channel = Channel.CreateBounded<ExchangeCommand>(
        new BoundedChannelOptions(capacity) { SingleReader = true });

    public ChannelReader<ExchangeCommand> Reader => _channel.Reader;

    /// <summary>For callers that must not wait; false where the queue is full or closed.</summary>
    public bool TryWrite(ExchangeCommand command) => _channel.Writer.TryWrite(command);

    /// <summary>Waits for room; false where the loop has ended.</summary>
    public async ValueTask<bool> WriteAsync(ExchangeCommand command, CancellationToken cancellationToken)
    {
        try
        {
            await _channel.Writer.WriteAsync(command, cancellationToken);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    /// <summary>As <see cref="WriteAsync"/>, for the threads that compute.</summary>
    public void Write(ExchangeCommand command)
    {
        if (!TryWrite(command))
            WriteAsync(command, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    public void Close() => _channel.Writer.TryComplete();
}
