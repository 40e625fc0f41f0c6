using Gaia.Core.Identity;
using Gaia.Protocol.Genomes;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Gaia.Transport.Limits;
using Gaia.Transport.Listening;
using Gaia.Transport.Peers;
using Gaia.Transport.Wire;
using Grpc.Core;

namespace Gaia.Transport.Services;

/// <summary>Serves genomes.</summary>
internal sealed class EliteService(CallGuard guard, IPeerHandler handler) : Elites.ElitesBase
{
    public override async Task GetElite(
        GetEliteRequest request, IServerStreamWriter<GenomeChunk> responseStream, ServerCallContext context)
    {
        var peer = guard.Admit(context, PeerCall.GetElite);
        if (!IdBytes.TryRead(request.Task, out var task) || !IdBytes.TryRead(request.Elite, out var id))
            throw guard.Reject(peer, new Rejection(RejectionReason.BadId, "The task or the elite is no id."));
        var elite = await handler.GetEliteAsync(
            peer.Node, new TaskId(task), new EliteId(id), context.CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.NotFound, "This node does not serve that elite."));
        foreach (var chunk in GenomeChunks.Split(elite))
            await responseStream.WriteAsync(chunk, context.CancellationToken);
    }
}
