using System.Text.Json;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>grpc-js calls our server.</summary>
public sealed class GrpcJsClientTests
{
    [GrpcJsFact]
    public Task GrpcJs_CallsAllFourKinds_SeesEveryMessage() => ForeignClient.AssertAllFourKindsAsync(RunAsync);

    [GrpcJsFact]
    public Task GrpcJs_SendsMetadata_GetsItBackInHeadersAndTrailers() => ForeignClient.AssertMetadataAsync(RunAsync);

    [GrpcJsFact]
    public Task GrpcJs_CallsThatFail_SeesStatusTextAndTrailers() => ForeignClient.AssertFailuresAsync(RunAsync);

    [GrpcJsFact]
    public Task GrpcJs_CompressesWithGzip_BothWays() => ForeignClient.AssertGzipAsync(RunAsync);

    [GrpcJsFact]
    public Task GrpcJs_PassesItsDeadline_HandlerIsCancelled() => ForeignClient.AssertDeadlineAsync(RunAsync);

    [GrpcJsFact]
    public Task GrpcJs_Cancels_HandlerIsCancelled() => ForeignClient.AssertCancellationAsync(RunAsync);

    private static Task<JsonElement> RunAsync(string address, params string[] cases) =>
        PeerProcess.RunAsync(PeerProcess.Node, "client.js", [address, .. cases]);
}
