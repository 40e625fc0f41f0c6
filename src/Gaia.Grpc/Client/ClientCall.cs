using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Framing;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>One running call.</summary>
/// <remarks>
/// A call ends once, with whichever outcome comes first: its trailers, a failure underneath, its deadline, its caller's
/// token, or the end of its channel. Everything else that happens afterwards yields to that outcome.
/// </remarks>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed",
    Justification = "The source has no timer and no links; a late Cancel must not find it disposed.")]
internal sealed class ClientCall<TRequest, TResponse> : IDisposable
    where TRequest : class
    where TResponse : class
{
    private readonly GrpcChannel _channel;
    private readonly Method<TRequest, TResponse> _method;
    private readonly CallOptions _options;
    private readonly CancellationTokenSource _source = new();
    private readonly TaskCompletionSource<Metadata> _headers =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ClientDeadline? _deadline;
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _channelRegistration;
    private StreamingRequestContent? _content;
    private HttpResponseMessage? _response;
    private Task<MessageReader?>? _opening;
    private CallOutcome? _outcome;

    public ClientCall(GrpcChannel channel, Method<TRequest, TResponse> method, CallOptions options)
    {
        _channel = channel;
        _method = method;
        _options = options;
        Token = _source.Token;
    }

    /// <summary>Cancelled when the call ends before its response does.</summary>
    public CancellationToken Token { get; }

    public Task<Metadata> ResponseHeaders => _headers.Task;

    /// <summary>How the call ended; null while it runs.</summary>
    public CallOutcome? Outcome => Volatile.Read(ref _outcome);

    public Status GetStatus() => Finished().Status;

    public Metadata GetTrailers() => Finished().Trailers;

    /// <summary>Sends the request's headers and begins its body.</summary>
    public void Start(string? host, HttpContent content)
    {
        _content = content as StreamingRequestContent;
        TimeSpan? timeout = ClientDeadline.Remaining(_channel.Time, _options.Deadline);
        HttpRequestMessage request = RequestHead.Create(_channel, _method, _options, host, timeout, content);
        _callerRegistration = CancelWith(_options.CancellationToken);
        _channelRegistration = _channel.ShutdownToken.UnsafeRegister(
            static self => ((ClientCall<TRequest, TResponse>)self!).Abort(
                CallOutcome.Of(StatusCode.Cancelled, "The channel was closed.")),
            this);
        if (timeout is TimeSpan left)
            _deadline = ClientDeadline.Start(_channel.Time, left, () => Abort(ClientDeadline.Passed));
        if (Outcome is not null)
            Release();
        _opening = Outcome is null ? OpenAsync(request) : Task.FromResult<MessageReader?>(null);
    }

    /// <summary>Cancels the call when a token is cancelled.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken token) =>
        token.UnsafeRegister(
            static self => ((ClientCall<TRequest, TResponse>)self!).Abort(
                CallOutcome.Of(StatusCode.Cancelled, "The call was cancelled by its caller.")),
            this);

    public FrameWriter CreateWriter() => new(_channel.Options.MaxSendMessageBytes);

    /// <summary>Frames a request.</summary>
    public ReadOnlyMemory<byte> Frame(FrameWriter writer, TRequest request, WriteOptions? options)
    {
        bool gzip = _channel.Options.RequestEncoding == GrpcEncoding.Gzip
            && !Flags(options).HasFlag(WriteFlags.NoCompress);
        return writer.Frame(_method.RequestMarshaller.ContextualSerializer, request, gzip);
    }

    /// <summary>True when a request may wait for the next one.</summary>
    public bool IsBuffered(WriteOptions? options) => Flags(options).HasFlag(WriteFlags.BufferHint);

    /// <summary>The only response of a call.</summary>
    /// <exception cref="RpcException">The call did not end with OK and one response.</exception>
    public async Task<TResponse> ReadSingleAsync()
    {
        TResponse? response = await ReadNextAsync();
        if (response is null)
        {
            throw new RpcException(new Status(StatusCode.Unimplemented, "The response stream has no message."));
        }

        if (await ReadNextAsync() is null)
            return response;
        Abort(CallOutcome.Of(StatusCode.Unimplemented, "The response stream has more than one message."));
        throw Finished().ToException();
    }

    /// <summary>The next response, or null after the last when the call ended with OK.</summary>
    /// <exception cref="RpcException">The call ended with another status.</exception>
    public async Task<TResponse?> ReadNextAsync()
    {
        MessageReader? reader = await _opening!;
        if (reader is null || Outcome is not null)
            return End();
        try
        {
            ReadOutcome<TResponse> read =
                await reader.ReadAsync(_method.ResponseMarshaller.ContextualDeserializer, Token);
            if (read.Message is not null && Outcome is null)
                return read.Message;
            reader.Complete();
            if (read.Failure is Status failure)
                Abort(new CallOutcome(failure, []));
            else
                Finish(ResponseHead.ParseTrailers(_response!, _channel.Options.MaxMetadataBytes));
        }
        catch (Exception failure)
        {
            // Whatever the stream under the response throws, the call has failed; an outcome that was set before stays.
            reader.Complete();
            Abort(TransportFailure.Classify(failure));
        }

        return End();
    }

    /// <summary>Why a request cannot be written.</summary>
    /// <param name="failure">What the write threw.</param>
    public async Task<Exception> WhyClosedAsync(Exception? failure)
    {
        // The HTTP client may report the failure of a write before it hands over the response that explains it.
        if (_opening is not null)
            await _opening;
        CallOutcome? outcome = Outcome ?? (failure is null ? null : TransportFailure.Classify(failure));
        return outcome is null || outcome.Status.StatusCode == StatusCode.OK
            ? new InvalidOperationException("The call has ended: no request can be written.")
            : outcome.ToException();
    }

    /// <summary>Ends the call if nothing has ended it yet.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="broken">It was cut off on this side.</param>
    public void Finish(CallOutcome outcome, bool broken = false)
    {
        if (Interlocked.CompareExchange(ref _outcome, outcome, null) is not null)
            return;
        _content?.Close(broken);
        Release();
        if (!_headers.Task.IsCompleted && _headers.TrySetException(outcome.ToException()))
            _ = _headers.Task.Exception;
    }

    public void Dispose() => Abort(CallOutcome.Of(StatusCode.Cancelled, "The call was disposed."));

    /// <summary>Ends the call and resets its stream, if nothing has ended it yet.</summary>
    private void Abort(CallOutcome outcome)
    {
        if (Outcome is not null)
            return;
        Finish(outcome, broken: true);
        _source.Cancel();
        Volatile.Read(ref _response)?.Dispose();
    }

    private async Task<MessageReader?> OpenAsync(HttpRequestMessage request)
    {
        try
        {
            HttpResponseMessage response = await _channel.Http.SendAsync(request, Token);
            Volatile.Write(ref _response, response);
            if (Outcome is not null)
            {
                response.Dispose();
                return null;
            }

            ResponseHead head = ResponseHead.Parse(response, _channel.Options.MaxMetadataBytes);
            _headers.TrySetResult(head.Metadata);
            if (head.Outcome is not null)
            {
                Finish(head.Outcome);
                response.Dispose();
                return null;
            }

            Stream stream = await response.Content.ReadAsStreamAsync(Token);
            return new MessageReader(PipeReader.Create(stream), head.Gzip, _channel.Options.MaxReceiveMessageBytes);
        }
        catch (Exception failure)
        {
            // Connecting and sending fail in many ways, and all of them are an outcome of the call.
            Finish(TransportFailure.Classify(failure));
            return null;
        }
    }

    private TResponse? End()
    {
        CallOutcome outcome = Finished();
        return outcome.Status.StatusCode == StatusCode.OK ? null : throw outcome.ToException();
    }

    private CallOutcome Finished() =>
        Outcome ?? throw new InvalidOperationException("The call has not finished.");

    private WriteFlags Flags(WriteOptions? options) =>
        (options ?? _options.WriteOptions)?.Flags ?? WriteFlags.None;

    private void Release()
    {
        _deadline?.Dispose();
        _callerRegistration.Unregister();
        _channelRegistration.Unregister();
    }
}
