using Gaia.Core.Identity;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Gaia.Transport.Limits;
using Gaia.Transport.Listening;
using Gaia.Transport.Peers;
using Gaia.Transport.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Transport.Services;

/// <summary>Answers pings and questions for nodes.</summary>
internal sealed class DiscoveryService(CallGuard guard, IPeerHandler handler) : Discovery.DiscoveryBase
{
    public override Task<PingReply> Ping(PingRequest request, ServerCallContext context)
    {
        guard.Admit(context, PeerCall.Ping);
        return Task.FromResult(new PingReply { Nonce = request.Nonce });
    }

    public override async Task<FindNodeReply> FindNode(FindNodeRequest request, ServerCallContext context)
    {
        var peer = guard.Admit(context, PeerCall.FindNode);
        if (!Hash256.TryFromBytes(request.Target.Span, out var target))
            throw guard.Reject(peer, new Rejection(RejectionReason.BadId, "The target is no id."));
        if (request.Count is < 1 or > WireLimits.FoundRecords)
            throw guard.Reject(peer, new Rejection(RejectionReason.OutOfRange, $"{request.Count} records."));

        var records = await handler.FindNodeAsync(
            peer.Node, new NodeId(target), (int)request.Count, context.CancellationToken);
        var reply = new FindNodeReply();
        reply.Records.AddRange(records
            .Where(record => !record.SignedBytes.IsEmpty)
            .Take((int)request.Count)
            .Select(record => UnsafeByteOperations.UnsafeWrap(record.SignedBytes)));
        return reply;
    }
}
