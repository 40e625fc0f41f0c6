using Microsoft.Extensions.Logging;

namespace Gaia.Grpc.Server;

/// <summary>What all calls of a server share.</summary>
internal sealed class CallRuntime(GrpcServerOptions options, TimeProvider time, ILogger<CallRuntime> logger)
{
    public GrpcServerOptions Options { get; } = options;

    public TimeProvider Time { get; } = time;

    public ILogger Logger { get; } = logger;

    /// <summary>Set once the routes for unknown services exist.</summary>
    public bool FallbackMapped { get; set; }
}
