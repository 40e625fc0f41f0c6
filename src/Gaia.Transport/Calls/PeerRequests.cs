using Gaia.Core.Identity;
using Gaia.Islands.Elites;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Genomes;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Records;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Protocol.Tasks;
using Gaia.Protocol.Wire;
using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;
using Grpc.Core;

namespace Gaia.Transport.Calls;

/// <summary>The calls that this node makes, and the checks of their answers.</summary>
internal sealed class PeerRequests(
    CallLimits limits,
    PeerCaller caller,
    EnvelopeVerifier verifier,
    IPeerHandler handler,
    RefusalCounters refusals,
    TimeProvider time)
{
    public Task<CallResult<PingAnswer>> PingAsync(NodeRecord to, CancellationToken cancellationToken) =>
        caller.CallAsync<PingAnswer>(
            to,
            limits.Timeout,
            async (channel, token) =>
            {
                var begun = time.GetTimestamp();
                // The clock's reading tells this ping's answer from another's.
                var nonce = unchecked((ulong)begun);
                using var call = channel.Discovery.PingAsync(new PingRequest { Nonce = nonce }, Options(token));
                var reply = await call;
                return reply.Nonce == nonce
                    ? new PingAnswer(time.GetElapsedTime(begun))
                    : Refuse(to, new Rejection(RejectionReason.OutOfRange, "The answer is to another ping."));
            },
            cancellationToken);

    public Task<CallResult<IReadOnlyList<NodeRecord>>> FindNodeAsync(
        NodeRecord to, NodeId target, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, WireLimits.FoundRecords);
        var request = new FindNodeRequest { Target = IdBytes.Of(target.Value), Count = (uint)count };
        return caller.CallAsync<IReadOnlyList<NodeRecord>>(
            to,
            limits.Timeout,
            async (channel, token) =>
            {
                using var call = channel.Discovery.FindNodeAsync(request, Options(token));
                return ReadRecords(to, await call, count);
            },
            cancellationToken);
    }

    public Task<CallResult<Elite>> PullEliteAsync(
        NodeRecord to, TaskId task, EliteId elite, int genomeLength, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(genomeLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(genomeLength, WireLimits.GenomeParameters);
        var request = new GetEliteRequest { Task = IdBytes.Of(task.Value), Elite = IdBytes.Of(elite.Value) };
        return caller.CallAsync<Elite>(
            to,
            limits.PullTimeout,
            async (channel, token) =>
            {
                var assembler = new GenomeAssembler(task, elite, genomeLength);
                using var call = channel.Elites.GetElite(request, Options(token));
                while (await call.ResponseStream.MoveNext(token))
                {
                    if (assembler.Add(call.ResponseStream.Current) is { } rejection)
                        return Refuse(to, rejection);
                }

                var read = assembler.Finish();
                return read.IsAccepted ? read.Value : Refuse(to, read.Rejection);
            },
            cancellationToken);
    }

    public Task<CallResult<SignedTask>> PullTaskAsync(
        NodeRecord to, TaskId task, CancellationToken cancellationToken)
    {
        var request = new GetTaskRequest { Task = IdBytes.Of(task.Value) };
        return caller.CallAsync<SignedTask>(
            to,
            limits.PullTimeout,
            async (channel, token) =>
            {
                using var call = channel.Tasks.GetTaskAsync(request, Options(token));
                var reply = await call;
                var read = TaskCodec.Read(reply.Task.Memory, verifier);
                if (!read.IsAccepted)
                    return Refuse(to, read.Rejection);
                return read.Value.Id == task
                    ? read.Value
                    : Refuse(to, new Rejection(RejectionReason.BadId, $"Task {read.Value.Id.Short} came instead."));
            },
            cancellationToken);
    }

    public Task<CallResult<IReadOnlyList<TaskId>>> ListTasksAsync(
        NodeRecord to, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, WireLimits.ListedTasks);
        var request = new ListTasksRequest { Limit = (uint)limit };
        return caller.CallAsync<IReadOnlyList<TaskId>>(
            to,
            limits.Timeout,
            async (channel, token) =>
            {
                using var call = channel.Tasks.ListTasksAsync(request, Options(token));
                var reply = await call;
                if (reply.Tasks.Count > limit)
                    return Refuse(to, new Rejection(RejectionReason.TooMany, $"{reply.Tasks.Count} tasks."));
                return IdBytes.TryReadTasks(reply.Tasks, out var ids)
                    ? CallResult<IReadOnlyList<TaskId>>.Success(ids)
                    : Refuse(to, new Rejection(RejectionReason.BadId, "A task without an id."));
            },
            cancellationToken);
    }

    private CallResult<IReadOnlyList<NodeRecord>> ReadRecords(NodeRecord to, FindNodeReply reply, int count)
    {
        if (reply.Records.Count > count)
            return Refuse(to, new Rejection(RejectionReason.TooMany, $"{reply.Records.Count} records."));
        var now = time.GetUtcNow();
        var records = new List<NodeRecord>(reply.Records.Count);
        foreach (var bytes in reply.Records)
        {
            var read = NodeRecordCodec.Read(bytes.Memory, verifier, now);
            if (read.IsAccepted)
                records.Add(read.Value);
            else if (read.Rejection.Reason != RejectionReason.Time)
                Refuse(to, read.Rejection);
        }

        return records;
    }

    /// <summary>An answer that no honest node gives; an expired record is one that it may give.</summary>
    private PeerFailure Refuse(NodeRecord to, Rejection rejection)
    {
        refusals.Count(RefusalReason.BadContent, to.Node.Short, rejection.ToString());
        handler.ContentRejected(to.Node, rejection);
        return new PeerFailure(PeerFailureReason.BadAnswer, rejection.Text, Rejection: rejection);
    }

    private static CallOptions Options(CancellationToken token) => new(cancellationToken: token);
}
