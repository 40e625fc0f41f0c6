using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Gaia.Grpc.Server;

/// <summary>What the server says.</summary>
/// <remarks>What a peer can cause at will is at Debug, so that a hostile peer cannot fill a log.</remarks>
internal static partial class ServerLog
{
    [LoggerMessage(1, LogLevel.Error, "The handler of {Method} threw.")]
    public static partial void HandlerFailed(ILogger logger, string method, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "A request was refused with HTTP status {HttpStatus}: {Reason}")]
    public static partial void RequestRefused(ILogger logger, int httpStatus, string reason);

    [LoggerMessage(3, LogLevel.Debug, "{Method} ended with {Status}: {Detail}")]
    public static partial void CallFailed(ILogger logger, string method, StatusCode status, string detail);

    [LoggerMessage(4, LogLevel.Debug, "{Method} passed its deadline.")]
    public static partial void DeadlinePassed(ILogger logger, string method);

    [LoggerMessage(5, LogLevel.Error, "The handler of {Method} returned while a write was running; the call is reset.")]
    public static partial void WriteLeftRunning(ILogger logger, string method);

    [LoggerMessage(6, LogLevel.Debug, "The response of {Method} could not be finished.")]
    public static partial void ResponseBroken(ILogger logger, string method, Exception exception);
}
