using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>How a call ended.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Trailers">Its trailing metadata.</param>
internal sealed record CallOutcome(Status Status, Metadata Trailers)
{
    public static CallOutcome Of(StatusCode code, string detail, Exception? cause = null) =>
        new(new Status(code, detail, cause), []);

    public RpcException ToException() => new(Status, Trailers);
}
