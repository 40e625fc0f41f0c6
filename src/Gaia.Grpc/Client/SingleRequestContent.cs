using System.Net;
using System.Net.Http.Headers;
using Gaia.Grpc.Framing;
using Gaia.Grpc.Headers;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>The body of a call with one request. The HTTP client may ask for it again when it retries a connection.
/// </summary>
internal sealed class SingleRequestContent<TRequest, TResponse> : HttpContent
    where TRequest : class
    where TResponse : class
{
    private static readonly MediaTypeHeaderValue ContentType = new(GrpcHeaders.ContentType);
    private readonly ClientCall<TRequest, TResponse> _call;
    private readonly TRequest _request;

    public SingleRequestContent(ClientCall<TRequest, TResponse> call, TRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _call = call;
        _request = request;
        Headers.ContentType = ContentType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using FrameWriter writer = _call.CreateWriter();
        ReadOnlyMemory<byte> frame;
        try
        {
            frame = _call.Frame(writer, _request, null);
        }
        catch (RpcException failure)
        {
            _call.Finish(new CallOutcome(failure.Status, failure.Trailers));
            throw;
        }

        await stream.WriteAsync(frame, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = -1;
        return false;
    }
}
