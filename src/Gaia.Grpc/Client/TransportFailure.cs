using System.Net;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>Turns what the HTTP client throws, and HTTP statuses, into gRPC statuses.</summary>
/// <remarks>gRPC over HTTP/2, "Errors" (HTTP/2 error codes), and "HTTP to gRPC status code mapping". Departs in one
/// point: NO_ERROR is Unavailable, not Internal, because the HTTP client reports a connection that the peer closed in
/// good order (GOAWAY) in the same way as a reset stream.</remarks>
internal static class TransportFailure
{
    /// <summary>Outcome of a call whose request or response failed underneath.</summary>
    public static CallOutcome Classify(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case RpcException rpc:
                    return new CallOutcome(rpc.Status, rpc.Trailers);
                case HttpProtocolException protocol:
                    return CallOutcome.Of(
                        FromErrorCode(protocol.ErrorCode),
                        $"The HTTP/2 stream was reset with error code {protocol.ErrorCode}.",
                        failure);
                case HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return CallOutcome.Of(StatusCode.ResourceExhausted, "The response headers are too large.", failure);
            }
        }

        return CallOutcome.Of(
            StatusCode.Unavailable, "The peer could not be reached, or the connection broke.", failure);
    }

    /// <summary>Status of a response that is no gRPC response, by its HTTP status.</summary>
    public static StatusCode FromHttpStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };

    /// <summary>Status of a stream that was reset, by its HTTP/2 error code (RFC 9113, section 7).</summary>
    public static StatusCode FromErrorCode(long errorCode) => errorCode switch
    {
        0 or 7 => StatusCode.Unavailable,
        8 => StatusCode.Cancelled,
        11 => StatusCode.ResourceExhausted,
        12 => StatusCode.PermissionDenied,
        _ => StatusCode.Internal,
    };
}
