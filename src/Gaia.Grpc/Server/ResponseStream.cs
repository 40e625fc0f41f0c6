using System.Buffers;
using Gaia.Grpc.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Gaia.Grpc.Server;

/// <summary>The response of one call: headers, messages, and the status that ends it, once.</summary>
/// <remarks>Two parties may end a call, its handler and its deadline; each write passes a gate, and the end is written
/// by whoever comes first.</remarks>
internal sealed class ResponseStream(HttpContext http, CallRuntime runtime, string method, bool gzip)
{
    private const int NoError = 0;
    private const int Cancel = 8;
    private const int UnflushedBytes = 32 * 1024;
    private int _writing;
    private bool _ended;
    private bool _started;

    /// <summary>Messages of this response may be compressed.</summary>
    public bool Gzip => gzip;

    /// <summary>Sends the headers now.</summary>
    /// <exception cref="InvalidOperationException">They have been sent, or a write is running.</exception>
    public async Task WriteHeadersAsync(Metadata metadata)
    {
        Enter();
        try
        {
            if (_started)
                throw new InvalidOperationException("The response headers have been sent.");
            Start(metadata);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Sends a frame.</summary>
    /// <param name="frame">The frame; not needed after the returned task.</param>
    /// <param name="flush">Send it at once. A last message need not, it leaves with the status.</param>
    /// <exception cref="InvalidOperationException">A write is running.</exception>
    /// <exception cref="RpcException">The call has ended.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> frame, bool flush)
    {
        Enter();
        try
        {
            if (!_started)
                Start(null);
            if (flush || frame.Length > UnflushedBytes)
                await http.Response.BodyWriter.WriteAsync(frame, http.RequestAborted);
            else
                http.Response.BodyWriter.Write(frame.Span);
            http.RequestAborted.ThrowIfCancellationRequested();
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends the call, unless its deadline has ended it.</summary>
    public async Task EndAsync(Status status, Metadata? trailers)
    {
        if (!TryEnter())
        {
            ServerLog.WriteLeftRunning(runtime.Logger, method);
            Reset(Cancel);
            return;
        }

        if (_ended)
            return;
        WriteEnd(status, trailers);
        if (!http.RequestAborted.IsCancellationRequested)
            await CompleteAsync();
    }

    /// <summary>Ends the call because its deadline passed, while its handler may still run.</summary>
    /// <remarks>A handler stuck in a write to a caller that does not read leaves no place for a status: the stream is
    /// reset.</remarks>
    public async Task ExpireAsync(Status status)
    {
        if (!TryEnter())
        {
            Reset(Cancel);
            return;
        }

        if (_ended)
        {
            Leave();
            return;
        }

        WriteEnd(status, null);
        await CompleteAsync();

        // The caller may still be sending requests that nobody will read.
        Reset(NoError);
        Leave();
    }

    private async Task CompleteAsync()
    {
        try
        {
            await http.Response.CompleteAsync();
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            ServerLog.ResponseBroken(runtime.Logger, method, broken);
        }
    }

    private void Enter()
    {
        if (!TryEnter())
            throw new InvalidOperationException("A write of this call is running: await it first.");
        if (!_ended)
            return;
        Leave();
        throw new RpcException(new Status(StatusCode.Cancelled, "The call has ended."));
    }

    private bool TryEnter() => Interlocked.CompareExchange(ref _writing, 1, 0) == 0;

    private void Leave() => Volatile.Write(ref _writing, 0);

    private void Start(Metadata? metadata)
    {
        _started = true;
        HttpResponse response = http.Response;
        response.ContentType = GrpcHeaders.ContentType;
        response.Headers[GrpcHeaders.AcceptEncoding] = GrpcHeaders.AcceptedEncodings;
        if (gzip)
            response.Headers[GrpcHeaders.Encoding] = GrpcHeaders.Gzip;
        if (metadata is not null)
            Append(response.Headers, metadata);
    }

    /// <summary>The status goes into the trailers, or into the only header block when nothing was sent.</summary>
    private void WriteEnd(Status status, Metadata? trailers)
    {
        _ended = true;
        IHeaderDictionary? target = http.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        if (!_started)
        {
            Start(null);
            target = http.Response.Headers;
        }

        if (target is null || target.IsReadOnly)
            return;
        target[GrpcHeaders.Status] = StatusHeader.Format(status.StatusCode);
        if (status.Detail.Length > 0)
        {
            target[GrpcHeaders.Message] =
                PercentEncoding.Encode(status.Detail, runtime.Options.MaxStatusDetailBytes);
        }

        if (trailers is not null)
            Append(target, trailers);
    }

    private static void Append(IHeaderDictionary target, Metadata metadata)
    {
        foreach (Metadata.Entry entry in metadata)
        {
            string value = entry.IsBinary ? MetadataBlock.EncodeBinary(entry.BinaryValue) : entry.Value;
            // IHeaderDictionary.Append would drop an empty value.
            target[entry.Key] = StringValues.Concat(target[entry.Key], value);
        }
    }

    private void Reset(int errorCode) => http.Features.Get<IHttpResetFeature>()?.Reset(errorCode);
}
