using System.Text;
using Gaia.Grpc.Tests.Protos;
using Grpc.Core;

namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>The service under test; a request's instruction chooses its behaviour.</summary>
public sealed class ProbeService(ProbeSignals signals) : Probe.ProbeBase
{
    public override async Task<Probed> Echo(Probing request, ServerCallContext context)
    {
        switch (request.Instruction)
        {
            case "fail":
                throw new RpcException(
                    new Status(StatusCode.FailedPrecondition, "Grüße, 世界 100% \n\U0001F680"),
                    new Metadata { { "why", "asked" }, { "detail-bin", [0, 1, 254, 255] } });
            case "throw":
                throw new InvalidOperationException("secret");
            case "hang":
                signals.Started.TrySetResult();
                await signals.UntilCancelledAsync(context.CancellationToken);
                break;
            case "ignore-cancel":
                signals.Started.TrySetResult();
                await signals.Release.Task;
                break;
            case "big":
                return new Probed { Payload = Google.Protobuf.ByteString.CopyFrom(new byte[request.Count]) };
            case "peer":
                return new Probed
                {
                    Text = $"{context.AuthContext.PeerIdentityPropertyName} "
                        + $"{context.GetHttpContext().Connection.ClientCertificate?.Subject} "
                        + context.Peer[..context.Peer.LastIndexOf(':')],
                };
            case "metadata":
                return await ReturnMetadataAsync(context);
            case "deadline":
                return new Probed { Text = context.Deadline == DateTime.MaxValue ? "none" : "set" };
        }

        return new Probed { Text = request.Instruction, Payload = request.Payload };
    }

    public override async Task Repeat(
        Probing request, IServerStreamWriter<Probed> responseStream, ServerCallContext context)
    {
        if (request.Instruction == "hang-after-first")
            await HangAfterFirstAsync(responseStream, context);

        try
        {
            for (int i = 0; i < request.Count; i++)
                await responseStream.WriteAsync(new Probed { Index = i, Payload = request.Payload });
        }
        finally
        {
            signals.Completed.TrySetResult();
        }

        if (request.Instruction == "fail-at-end")
            throw new RpcException(new Status(StatusCode.DataLoss, "after all"));
        context.ResponseTrailers.Add("sent", request.Count.ToString());
    }

    public override async Task<Probed> Collect(IAsyncStreamReader<Probing> requestStream, ServerCallContext context)
    {
        int count = 0;
        int bytes = 0;
        await foreach (Probing request in ReadUntilBrokenAsync(requestStream))
        {
            if (request.Instruction == "stop")
                throw new RpcException(new Status(StatusCode.OutOfRange, "enough"));
            count++;
            bytes += request.Payload.Length;
            signals.Started.TrySetResult();
        }

        signals.Completed.TrySetResult();
        return new Probed { Index = count, Text = $"{count}/{bytes}" };
    }

    public override async Task Converse(
        IAsyncStreamReader<Probing> requestStream,
        IServerStreamWriter<Probed> responseStream,
        ServerCallContext context)
    {
        int index = 0;
        while (await requestStream.MoveNext())
        {
            Probing request = requestStream.Current;
            if (request.Instruction == "fail")
                throw new RpcException(new Status(StatusCode.Aborted, "in the middle"));
            await responseStream.WriteAsync(
                new Probed { Index = index++, Text = request.Instruction, Payload = request.Payload });
        }
    }

    /// <summary>A caller may cancel as soon as it has the first message, before the write of it returns.</summary>
    private async Task HangAfterFirstAsync(IServerStreamWriter<Probed> responseStream, ServerCallContext context)
    {
        try
        {
            await responseStream.WriteAsync(new Probed { Index = 0 });
            signals.Started.TrySetResult();
            await signals.UntilCancelledAsync(context.CancellationToken);
        }
        finally
        {
            if (context.CancellationToken.IsCancellationRequested)
                signals.Cancelled.TrySetResult();
        }
    }

    private async IAsyncEnumerable<Probing> ReadUntilBrokenAsync(IAsyncStreamReader<Probing> requestStream)
    {
        while (true)
        {
            try
            {
                if (!await requestStream.MoveNext())
                    yield break;
            }
            catch (Exception)
            {
                signals.Cancelled.TrySetResult();
                throw;
            }

            yield return requestStream.Current;
        }
    }

    private static async Task<Probed> ReturnMetadataAsync(ServerCallContext context)
    {
        var headers = new Metadata();
        var text = new StringBuilder();
        foreach (Metadata.Entry entry in context.RequestHeaders.Where(entry => entry.Key.StartsWith("x-")))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
            text.Append(entry.Key).Append('=')
                .Append(entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value).Append(';');
        }

        await context.WriteResponseHeadersAsync(headers);
        return new Probed { Text = text.ToString() };
    }
}
