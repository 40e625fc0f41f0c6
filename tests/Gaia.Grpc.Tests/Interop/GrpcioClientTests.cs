using System.Text.Json;

namespace Gaia.Grpc.Tests.Interop;

/// <summary>grpcio calls our server.</summary>
public sealed class GrpcioClientTests
{
    [GrpcioFact]
    public Task Grpcio_CallsAllFourKinds_SeesEveryMessage() => ForeignClient.AssertAllFourKindsAsync(RunAsync);

    [GrpcioFact]
    public Task Grpcio_SendsMetadata_GetsItBackInHeadersAndTrailers() => ForeignClient.AssertMetadataAsync(RunAsync);

    [GrpcioFact]
    public Task Grpcio_CallsThatFail_SeesStatusTextAndTrailers() => ForeignClient.AssertFailuresAsync(RunAsync);

    [GrpcioFact]
    public Task Grpcio_CompressesWithGzip_BothWays() => ForeignClient.AssertGzipAsync(RunAsync);

    [GrpcioFact]
    public Task Grpcio_PassesItsDeadline_HandlerIsCancelled() => ForeignClient.AssertDeadlineAsync(RunAsync);

    [GrpcioFact]
    public Task Grpcio_Cancels_HandlerIsCancelled() => ForeignClient.AssertCancellationAsync(RunAsync);

    private static Task<JsonElement> RunAsync(string address, params string[] cases) =>
        PeerProcess.RunAsync(PeerProcess.Python, "client.py", [address, .. cases]);
}
