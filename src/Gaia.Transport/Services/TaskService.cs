using Gaia.Core.Identity;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Gaia.Transport.Limits;
using Gaia.Transport.Listening;
using Gaia.Transport.Peers;
using Gaia.Transport.Wire;
using Google.Protobuf;
using Grpc.Core;

namespace Gaia.Transport.Services;

/// <summary>Serves signed manifests, and lists them.</summary>
internal sealed class TaskService(CallGuard guard, IPeerHandler handler) : Tasks.TasksBase
{
    public override async Task<GetTaskReply> GetTask(GetTaskRequest request, ServerCallContext context)
    {
        var peer = guard.Admit(context, PeerCall.GetTask);
        if (!IdBytes.TryRead(request.Task, out var id))
            throw guard.Reject(peer, new Rejection(RejectionReason.BadId, "The task is no id."));
        var task = await handler.GetTaskAsync(peer.Node, new TaskId(id), context.CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.NotFound, "This node does not hold that task."));
        return new GetTaskReply { Task = UnsafeByteOperations.UnsafeWrap(task.SignedBytes) };
    }

    public override async Task<ListTasksReply> ListTasks(ListTasksRequest request, ServerCallContext context)
    {
        var peer = guard.Admit(context, PeerCall.ListTasks);
        if (request.Limit is < 1 or > WireLimits.ListedTasks)
            throw guard.Reject(peer, new Rejection(RejectionReason.OutOfRange, $"{request.Limit} tasks."));
        var ids = await handler.ListTasksAsync(peer.Node, (int)request.Limit, context.CancellationToken);
        var reply = new ListTasksReply();
        reply.Tasks.AddRange(ids.Take((int)request.Limit).Select(id => IdBytes.Of(id.Value)));
        return reply;
    }
}
