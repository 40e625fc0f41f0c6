using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Gaia.Core.Identity;
using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;
using Gaia.Protocol.Links;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Signing;
using Gaia.Transport.Channel;
using Gaia.Transport.Peers;
using Gaia.Transport.Refusals;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Gaia.Transport.Links;

/// <summary>Opens links with an exchange of Hellos, and keeps the list of those that stand.</summary>
internal sealed partial class LinkHost(
    PeerNetworkOptions options,
    IPeerHandler handler,
    EnvelopeVerifier verifier,
    RefusalCounters refusals,
    TimeProvider time,
    ILogger logger)
{
    private readonly ConcurrentDictionary<LinkId, PeerLink> _links = new();
    private readonly LinkRunner _runner = new(options, handler, verifier, refusals, time);
    private long _lastId;
    private int _count;

    public ImmutableArray<PeerLink> Links => [.. _links.Values.OrderBy(link => link.Id.Value)];

    public bool TryGet(LinkId id, [NotNullWhen(true)] out PeerLink? link) => _links.TryGetValue(id, out link);

    /// <summary>The end that was dialled: answers a Hello, then runs the link to its end.</summary>
    public async Task AcceptAsync(
        ChannelPeer peer, ILinkStream stream, string remote, CancellationToken cancellationToken)
    {
        var (hello, failure) = await ReceiveHelloAsync(peer.Node, stream, cancellationToken);
        if (hello is null)
        {
            CountHello(peer.Node, failure!);
            await TrySayAsync(stream, ByeKind.Refused, failure!.Text, cancellationToken);
            return;
        }

        if (Interlocked.Increment(ref _count) > options.Connections.Links)
        {
            Interlocked.Decrement(ref _count);
            refusals.Count(RefusalReason.TooManyLinks, peer.Node.Short, "no room for another link");
            await TrySayAsync(stream, ByeKind.Full, "no room for another link", cancellationToken);
            return;
        }

        try
        {
            await stream.WriteAsync(LinkFrameCodec.Hello(handler.LocalRecord, urgent: false), cancellationToken);
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException or IOException)
        {
            // The dialler has gone before there was a link.
            Interlocked.Decrement(ref _count);
            return;
        }

        var terms = new LinkTerms(hello.Record, LinkDirection.Inbound, null, hello.Urgent, remote);
        await RunAsync(Open(terms), stream, cancellationToken);
    }

    /// <summary>The end that dials: says Hello and waits for the answer.</summary>
    public async Task<DialResult> GreetAsync(
        PeerAddress address, ILinkStream stream, string remote, bool urgent, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _count) > options.Connections.Links)
        {
            Interlocked.Decrement(ref _count);
            return DialResult.Failed(DialStep.Hello, new PeerFailure(
                PeerFailureReason.Full, "this node has no room for another link", DialStep.Hello));
        }

        var opened = false;
        try
        {
            await stream.WriteAsync(LinkFrameCodec.Hello(handler.LocalRecord, urgent), cancellationToken);
            var (hello, failure) = await ReceiveHelloAsync(address.Node, stream, cancellationToken);
            if (hello is null)
            {
                if (failure!.Rejection is not null)
                    CountHello(address.Node, failure);
                return DialResult.Failed(DialStep.Hello, failure);
            }

            opened = true;
            return DialResult.Connected(
                Open(new LinkTerms(hello.Record, LinkDirection.Outbound, address, urgent, remote)));
        }
        finally
        {
            if (!opened)
                Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Runs an open link to its end, and tells the handler of that.</summary>
    public async Task RunAsync(PeerLink link, ILinkStream stream, CancellationToken cancellationToken)
    {
        var reason = "the link ended";
        try
        {
            reason = await _runner.RunAsync(link, stream, cancellationToken);
        }
        catch (Exception failure)
        {
            // The node's own handler failed: an error of this program, which costs this link and no other.
            reason = "an error of this node";
            LogHandlerFailed(logger, link.Id, failure);
        }
        finally
        {
            _links.TryRemove(link.Id, out _);
            Interlocked.Decrement(ref _count);
            // From here on nothing is queued for it.
            link.Close(new LinkFarewell(ByeKind.Leaving, reason));
            handler.LinkClosed(link, reason);
            link.SetClosed();
        }
    }

    private PeerLink Open(LinkTerms terms)
    {
        var id = new LinkId(Interlocked.Increment(ref _lastId));
        var link = new PeerLink(id, terms, options.Calls.SendQueueFrames);
        _links[id] = link;
        handler.LinkOpened(link);
        return link;
    }

    private async Task<(LinkMessage.Greeting? Hello, PeerFailure? Failure)> ReceiveHelloAsync(
        NodeId expected, ILinkStream stream, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.Connections.HelloTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            if (await stream.ReadAsync(either.Token) is not { } frame)
                return (null, Failure(PeerFailureReason.Hello, "the peer closed the link before its Hello"));
            var read = LinkFrameCodec.Read(frame, verifier, time.GetUtcNow());
            return read switch
            {
                { Rejection: { } rejection } => (null, Failure(rejection)),
                { Value: LinkMessage.Farewell bye } => (null, Failure(
                    bye.Kind == ByeKind.Full ? PeerFailureReason.Full : PeerFailureReason.Refused,
                    $"the peer says: {bye.Text}")),
                { Value: LinkMessage.Greeting hello } when hello.Record.Node == expected => (hello, null),
                { Value: LinkMessage.Greeting hello } => (null, Failure(new Rejection(
                    RejectionReason.WrongSigner, $"The record is node {hello.Record.Node.Short}'s."))),
                _ => (null, Failure(new Rejection(RejectionReason.Malformed, "No Hello came first."))),
            };
        }
        catch (Exception exception)
            when (deadline.IsCancellationRequested && exception is RpcException or OperationCanceledException)
        {
            return (null, Failure(PeerFailureReason.Timeout,
                $"no Hello within {options.Connections.HelloTimeout.TotalSeconds:0.#} s"));
        }
    }

    private void CountHello(NodeId node, PeerFailure failure)
    {
        var reason = failure.Rejection switch
        {
            { Reason: RejectionReason.WrongSigner } => RefusalReason.ForgedNodeId,
            null => RefusalReason.NoHello,
            _ => RefusalReason.BadHello,
        };
        refusals.Count(reason, node.Short, failure.Text);
        if (failure.Rejection is { } rejection)
            handler.ContentRejected(node, rejection);
    }

    private static async Task TrySayAsync(
        ILinkStream stream, ByeKind kind, string text, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(LinkFrameCodec.Bye(kind, text), cancellationToken);
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException or IOException)
        {
            // Nobody listens any more.
        }
    }

    [LoggerMessage(EventId = 7401, Level = LogLevel.Error, Message = "The handler of {Link} failed")]
    private static partial void LogHandlerFailed(ILogger logger, LinkId link, Exception failure);

    private static PeerFailure Failure(PeerFailureReason reason, string text) => new(reason, text, DialStep.Hello);

    private static PeerFailure Failure(Rejection rejection) =>
        new(PeerFailureReason.Hello, rejection.Text, DialStep.Hello, rejection);
}
