using System.Net;
using Gaia.Protocol.Wire;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Links;
using Gaia.Transport.Listening;
using Gaia.Transport.Wire;
using Grpc.Core;

namespace Gaia.Transport.Services;

/// <summary>Accepts links.</summary>
internal sealed class GossipService(CallGuard guard, LinkHost links) : Gossip.GossipBase
{
    public override Task Link(
        IAsyncStreamReader<LinkFrame> requestStream,
        IServerStreamWriter<LinkFrame> responseStream,
        ServerCallContext context)
    {
        var peer = guard.Admit(context, PeerCall.Link);
        var http = context.GetHttpContext();
        var remote = http.Connection.RemoteIpAddress is { } address
            ? RemoteName.WithPort(new IPEndPoint(address, http.Connection.RemotePort))
            : "unknown";
        var stream = new ServerLinkStream(requestStream, responseStream);
        return links.AcceptAsync(peer, stream, remote, context.CancellationToken);
    }
}
