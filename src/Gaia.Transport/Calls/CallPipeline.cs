using Gaia.Transport.Channel;
using Gaia.Transport.Limits;
using Gaia.Transport.Peers;
using Grpc.Core;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Gaia.Transport.Calls;

/// <summary>What stands around each call to one peer, from the outside in: retries, circuit breaker,
/// time-out of an attempt.</summary>
/// <remarks>Each attempt may take <see cref="CallLimits.PullTimeout"/>, the longest that any call may; what is
/// shorter is each call's own (<see cref="PeerCaller"/>), and bounds the retries too.</remarks>
internal static class CallPipeline
{
    // Failures further apart than this are not "in a row".
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static ResiliencePipeline Create(CallLimits limits, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (limits.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsWorthRepeating(arguments.Outcome.Exception)),
                MaxRetryAttempts = limits.Retries,
                Delay = limits.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            });
        }

        return builder
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsFailure(arguments.Outcome.Exception)),
                FailureRatio = 1.0,
                MinimumThroughput = limits.CircuitFailures,
                SamplingDuration = Window,
                BreakDuration = limits.CircuitBreak,
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = limits.PullTimeout })
            .Build();
    }

    /// <summary>The peer did not answer; a refusal of a peer that is well is no failure.</summary>
    private static bool IsFailure(Exception? exception) =>
        exception is TimeoutRejectedException
        or RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded };

    private static bool IsWorthRepeating(Exception? exception) =>
        exception is RpcException { StatusCode: StatusCode.Unavailable } failure
        && PeerConnectException.Find(failure.Status.DebugException) is null
            or { Reason: PeerFailureReason.Unreachable or PeerFailureReason.Timeout };
}
