using System.Net;
using System.Net.Sockets;
using Gaia.Grpc.Framing;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Gaia.Grpc.Server;

/// <summary>One running call: the handler's view of it, its request and its response.</summary>
internal sealed class ServerCall : ServerCallContext, IDisposable
{
    private readonly IMethod _method;
    private readonly CallRuntime _runtime;
    private readonly CallRequest _request;
    private readonly MessageReader _reader;
    private readonly ResponseStream _response;
    private ServerDeadline? _deadline;
    private Metadata? _trailers;
    private Dictionary<object, object>? _userState;
    private AuthContext? _authContext;

    public ServerCall(HttpContext http, IMethod method, CallRuntime runtime, CallRequest request)
    {
        Http = http;
        _method = method;
        _runtime = runtime;
        _request = request;
        bool gzip = request.ResponseGzip && runtime.Options.ResponseEncoding == Compression.GrpcEncoding.Gzip;
        _response = new ResponseStream(http, runtime, method.FullName, gzip);
        _reader = new MessageReader(
            http.Request.BodyReader, request.RequestGzip, runtime.Options.MaxReceiveMessageBytes);
    }

    public HttpContext Http { get; }

    protected override string MethodCore => _method.FullName;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore => Http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6 } ip => $"ipv6:{new IPEndPoint(ip, Http.Connection.RemotePort)}",
        IPAddress ip => $"ipv4:{new IPEndPoint(ip, Http.Connection.RemotePort)}",
    };

    protected override DateTime DeadlineCore => _deadline?.Moment ?? DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _request.Metadata;

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? Http.RequestAborted;

    protected override Metadata ResponseTrailersCore => _trailers ??= [];

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _authContext ??= PeerCertificate.Describe(Http);

    protected override IDictionary<object, object> UserStateCore => _userState ??= [];

    /// <summary>Starts the clock that the caller asked for; a passed deadline ends the call at once.</summary>
    /// <exception cref="OperationCanceledException">The deadline has passed already.</exception>
    public void StartDeadline()
    {
        if (_request.Timeout is TimeSpan timeout)
        {
            _deadline = new ServerDeadline(
                _runtime.Time,
                timeout,
                () =>
                {
                    ServerLog.DeadlinePassed(_runtime.Logger, _method.FullName);
                    return _response.ExpireAsync(ServerDeadline.Passed);
                },
                Http.RequestAborted);
            _deadline.Start();
            _deadline.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The only request of a call.</summary>
    /// <exception cref="RpcException">There is none, there are more, or it cannot be read.</exception>
    public async ValueTask<T> ReadSingleAsync<T>(Func<DeserializationContext, T> deserializer)
        where T : class
    {
        T request = await ReadAsync(deserializer, CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Unimplemented, "The request stream has no message."));
        if (await ReadAsync(deserializer, CancellationToken) is not null)
            throw new RpcException(new Status(StatusCode.Unimplemented, "The method takes one request only."));
        return request;
    }

    /// <summary>The next request, or null at the end.</summary>
    /// <exception cref="RpcException">The request cannot be read, or the caller has gone.</exception>
    public async ValueTask<T?> ReadAsync<T>(
        Func<DeserializationContext, T> deserializer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            ReadOutcome<T> outcome = await _reader.ReadAsync(deserializer, cancellationToken);
            return outcome.Failure is Status failure ? throw new RpcException(failure) : outcome.Message;
        }
        catch (Exception broken) when (broken is IOException or BadHttpRequestException)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "The request stream broke off.", broken));
        }
    }

    /// <summary>Writes the only response of a call.</summary>
    public async ValueTask WriteSingleAsync<T>(Action<T, SerializationContext> serializer, T response)
    {
        using FrameWriter writer = CreateWriter();
        await WriteAsync(writer, serializer, response, WriteOptions, flush: false);
    }

    /// <summary>Writes one response.</summary>
    public ValueTask WriteAsync<T>(
        FrameWriter writer, Action<T, SerializationContext> serializer, T response, WriteOptions? options, bool flush)
    {
        if (response is null)
            throw new RpcException(new Status(StatusCode.Internal, "The handler returned no response."));
        WriteFlags flags = (options ?? WriteOptions)?.Flags ?? WriteFlags.None;
        ReadOnlyMemory<byte> frame =
            writer.Frame(serializer, response, _response.Gzip && !flags.HasFlag(WriteFlags.NoCompress));
        return _response.WriteAsync(frame, flush && !flags.HasFlag(WriteFlags.BufferHint));
    }

    public FrameWriter CreateWriter() => new(_runtime.Options.MaxSendMessageBytes);

    public void AddTrailers(Metadata trailers)
    {
        foreach (Metadata.Entry entry in trailers)
            ResponseTrailers.Add(entry);
    }

    /// <summary>Sends the outcome; after a passed deadline that is what counts.</summary>
    public async Task EndAsync(Status status)
    {
        if (_deadline is not null && await _deadline.StopAsync())
            status = ServerDeadline.Passed;
        await _response.EndAsync(status, _trailers);
    }

    public void Dispose() => _deadline?.Dispose();

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        return _response.WriteHeadersAsync(responseHeaders);
    }
}
