using Gaia.Protocol.Wire;
using Grpc.Core;

namespace Gaia.Transport.Links;

/// <summary>A link at the end that was dialled.</summary>
internal sealed class ServerLinkStream(
    IAsyncStreamReader<LinkFrame> requests, IServerStreamWriter<LinkFrame> responses) : ILinkStream
{
    public async Task<LinkFrame?> ReadAsync(CancellationToken cancellationToken) =>
        await requests.MoveNext(cancellationToken) ? requests.Current : null;

    public Task WriteAsync(LinkFrame frame, CancellationToken cancellationToken) =>
        responses.WriteAsync(frame, cancellationToken);

    // The responses end when the call's handler returns.
    public Task CompleteAsync() => Task.CompletedTask;
}
