using Gaia.Protocol.Rejections;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;

namespace Gaia.Transport.Listening;

/// <summary>Decides whether a call of a peer is answered.</summary>
internal sealed class CallGuard(PeerRates rates, IPeerHandler handler, RefusalCounters refusals, TimeProvider time)
{
    /// <summary>Trailer that names a refusal for programs: a <see cref="RefusalReason"/>.</summary>
    public const string ReasonTrailer = "gaia-refusal";

    private readonly PeerBuckets _buckets = new(rates, time);

    /// <summary>The peer that calls.</summary>
    /// <exception cref="RpcException">It is refused: of another network or protocol (FAILED_PRECONDITION, and its
    /// connection is closed), or over its rate (RESOURCE_EXHAUSTED).</exception>
    public ChannelPeer Admit(ServerCallContext context, PeerCall call)
    {
        var http = context.GetHttpContext();
        var items = http.Features.Get<IConnectionItemsFeature>()?.Items;
        if (items?[InboundConnection.Key] is not InboundConnection { Verdict: { Peer: { } peer } verdict } connection)
            throw new InvalidOperationException("A call came over a connection without a judged certificate.");
        if (verdict.Reason is { } reason)
        {
            http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
            throw Refusal(StatusCode.FailedPrecondition, reason, verdict.Text);
        }

        if (_buckets.TryTake(peer.Node, call))
            return peer;
        refusals.Count(RefusalReason.RateLimit, connection.Remote, $"node {peer.Node.Short} calls {call} too often");
        throw Refusal(StatusCode.ResourceExhausted, RefusalReason.RateLimit, $"{call}: too many calls");
    }

    /// <summary>Counts content that no honest node sends, and tells the node.</summary>
    public RpcException Reject(ChannelPeer peer, Rejection rejection)
    {
        refusals.Count(RefusalReason.BadContent, peer.Node.Short, rejection.ToString());
        handler.ContentRejected(peer.Node, rejection);
        return Refusal(StatusCode.InvalidArgument, RefusalReason.BadContent, rejection.ToString());
    }

    private static RpcException Refusal(StatusCode code, RefusalReason reason, string text) =>
        new(new Status(code, $"{reason}: {text}"), new Metadata { { ReasonTrailer, reason.ToString() } });
}
