namespace Gaia.Grpc.Tests.Interop;

/// <summary>Our client calls a server of grpc-js.</summary>
public sealed class GrpcJsServerTests
{
    [GrpcJsFact]
    public Task Client_CallsAllFourKinds_SeesEveryMessage() => ForeignServer.AssertFourKindsAsync(Start);

    [GrpcJsFact]
    public Task Client_CompressesWithGzip_SeesEveryMessage() => ForeignServer.AssertGzipAsync(Start);

    [GrpcJsFact]
    public Task Client_SendsMetadata_GetsItBackInHeadersAndTrailers() => ForeignServer.AssertMetadataAsync(Start);

    [GrpcJsFact]
    public Task Client_CallsThatFail_SeesStatusTextAndTrailers() => ForeignServer.AssertFailuresAsync(Start);

    [GrpcJsFact]
    public Task Client_TellsItsDeadline_ServerEndsTheCall() => ForeignServer.AssertDeadlineAsync(Start);

    [GrpcJsFact]
    public Task Client_Cancels_ServerSeesIt() => ForeignServer.AssertCancellationAsync(Start);

    private static PeerProcess Start() => PeerProcess.Start(PeerProcess.Node, "server.js");
}
