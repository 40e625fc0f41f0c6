namespace Grpc.Core;

/// <summary>Messages that leave one after the other.</summary>
/// <typeparam name="T">The message.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>How the following messages are written; null for the call's default.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message; one write at a time.</summary>
    /// <returns>Done when flow control has taken the message.</returns>
    /// <exception cref="InvalidOperationException">Another write is running, or the stream is completed.</exception>
    /// <exception cref="RpcException">The call has ended.</exception>
    Task WriteAsync(T message);

    /// <summary>Writes a message; one write at a time.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">On a client, ends the whole call, not only this write.</param>
    Task WriteAsync(T message, CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? Task.FromException(new NotSupportedException("Cancellation of stream writes is not supported."))
            : WriteAsync(message);
}
