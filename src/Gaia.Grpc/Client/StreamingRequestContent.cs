using System.Net;
using System.Net.Http.Headers;
using Gaia.Grpc.Headers;

namespace Gaia.Grpc.Client;

/// <summary>The body of a call with many requests: open until the caller completes it or the call ends.</summary>
internal sealed class StreamingRequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue MediaType = new(GrpcHeaders.ContentType);
    private readonly TaskCompletionSource<Stream?> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamingRequestContent() => Headers.ContentType = MediaType;

    /// <summary>Where requests are written; null when the call ended before there was a connection.</summary>
    public Task<Stream?> Opened => _stream.Task;

    /// <summary>Ends the body because the call has ended.</summary>
    /// <param name="broken">The call was cut off: the body must not look complete to the peer.</param>
    public void Close(bool broken)
    {
        if (!broken)
            _closed.TrySetResult();
        else if (_closed.TrySetException(new IOException("The call was cut off.")))
            _ = _closed.Task.Exception;
        _stream.TrySetResult(null);
    }

    /// <summary>Ends the body once it is open: a call may complete its requests before it is connected.</summary>
    public void Complete() => _closed.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The request's headers wait in the connection's buffer for the first write: a stream may open with a response.
        await stream.FlushAsync(cancellationToken);
        if (!_stream.TrySetResult(stream) && !_closed.Task.IsCompleted)
            throw new IOException("A request stream cannot be sent again.");
        await _closed.Task.WaitAsync(cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }
}
