using Gaia.Protocol.Wire;
using Grpc.Core;

namespace Gaia.Transport.Links;

/// <summary>A link at the end that dialled.</summary>
internal sealed class ClientLinkStream(AsyncDuplexStreamingCall<LinkFrame, LinkFrame> call) : ILinkStream
{
    public async Task<LinkFrame?> ReadAsync(CancellationToken cancellationToken) =>
        await call.ResponseStream.MoveNext(cancellationToken) ? call.ResponseStream.Current : null;

    public Task WriteAsync(LinkFrame frame, CancellationToken cancellationToken) =>
        call.RequestStream.WriteAsync(frame, cancellationToken);

    public Task CompleteAsync() => call.RequestStream.CompleteAsync();
}
