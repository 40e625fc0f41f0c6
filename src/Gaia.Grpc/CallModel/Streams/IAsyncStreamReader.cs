namespace Grpc.Core;

/// <summary>Messages that arrive one after the other.</summary>
/// <typeparam name="T">The message.</typeparam>
/// <remarks>One reader at a time. What is not read holds the sender back through HTTP/2 flow control.</remarks>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last successful <see cref="MoveNext"/> brought.</summary>
    T Current { get; }

    /// <summary>Waits for the next message.</summary>
    /// <param name="cancellationToken">On a client, ends the whole call, not only this wait.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="RpcException">The call ended with an error.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
