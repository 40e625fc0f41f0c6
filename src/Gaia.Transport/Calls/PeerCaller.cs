using Gaia.Overlay.Peers;
using Gaia.Transport.Channel;
using Gaia.Transport.Peers;
using Grpc.Core;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Gaia.Transport.Calls;

/// <summary>Makes one call to one peer, and turns whatever goes wrong into a named failure.</summary>
internal sealed class PeerCaller(PeerChannelPool pool, TimeProvider time)
{
    private const int MaximumDetailLength = 300;

    /// <summary>Calls a node.</summary>
    /// <param name="to">Whom: id and addresses.</param>
    /// <param name="timeout">For connecting, calling and repeating.</param>
    /// <param name="body">The call; may run again after a failure to reach the peer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CallResult<T>> CallAsync<T>(
        NodeRecord to,
        TimeSpan timeout,
        Func<PeerChannel, CancellationToken, Task<CallResult<T>>> body,
        CancellationToken cancellationToken)
        where T : class
    {
        using var lease = pool.Rent(to.Node);
        if (lease is null)
            return new PeerFailure(PeerFailureReason.Full, "no room for a connection to another node");
        lease.Channel.Know(to.Addresses);
        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await lease.Channel.Pipeline.ExecuteAsync(
                static (state, token) => AttemptAsync(state, token),
                (lease.Channel, body, deadline.Token),
                either.Token);
        }
        catch (BrokenCircuitException)
        {
            return new PeerFailure(PeerFailureReason.CircuitOpen,
                $"node {to.Node.Short} did not answer lately; it is left alone for a while");
        }
        catch (RpcException exception)
        {
            return Describe(exception);
        }
        catch (TimeoutRejectedException)
        {
            return new PeerFailure(PeerFailureReason.Timeout,
                $"node {to.Node.Short} did not answer within {timeout.TotalSeconds:0.#} s");
        }
        catch (OperationCanceledException)
        {
            return new PeerFailure(PeerFailureReason.Cancelled, "the call was given up");
        }
    }

    /// <summary>What a failed call says.</summary>
    public static PeerFailure Describe(RpcException exception)
    {
        if (PeerConnectException.Find(exception.Status.DebugException) is { } failure)
            return failure;
        var text = Protocol.Parsing.WireText.Cleaned(exception.Status.Detail, MaximumDetailLength);
        var reason = exception.StatusCode switch
        {
            StatusCode.NotFound => PeerFailureReason.NotFound,
            StatusCode.ResourceExhausted => PeerFailureReason.RateLimited,
            StatusCode.Unavailable => PeerFailureReason.Unreachable,
            StatusCode.DeadlineExceeded => PeerFailureReason.Timeout,
            StatusCode.Cancelled => PeerFailureReason.Cancelled,
            StatusCode.FailedPrecondition when Names(text, RefusalReason.WrongNetwork) =>
                PeerFailureReason.WrongNetwork,
            StatusCode.FailedPrecondition when Names(text, RefusalReason.WrongProtocol) =>
                PeerFailureReason.WrongProtocol,
            StatusCode.Internal => PeerFailureReason.BadAnswer,
            _ => PeerFailureReason.Refused,
        };
        return new PeerFailure(reason, text);
    }

    private static bool Names(string text, RefusalReason reason) =>
        text.StartsWith(reason.ToString(), StringComparison.Ordinal);

    private static async ValueTask<CallResult<T>> AttemptAsync<T>(
        (PeerChannel Channel, Func<PeerChannel, CancellationToken, Task<CallResult<T>>> Body,
            CancellationToken Deadline) state,
        CancellationToken token)
        where T : class
    {
        try
        {
            return await state.Body(state.Channel, token);
        }
        catch (Exception exception)
            when (token.IsCancellationRequested && exception is RpcException or OperationCanceledException)
        {
            // The circuit breaker counts silence, and not a caller who gave up.
            throw state.Deadline.IsCancellationRequested
                ? new TimeoutRejectedException(exception.Message, exception)
                : new OperationCanceledException(exception.Message, exception, token);
        }
    }
}
