namespace Gaia.Grpc.Tests.Interop;

/// <summary>Our client calls a server of grpcio.</summary>
public sealed class GrpcioServerTests
{
    [GrpcioFact]
    public Task Client_CallsAllFourKinds_SeesEveryMessage() => ForeignServer.AssertFourKindsAsync(Start);

    [GrpcioFact]
    public Task Client_CompressesWithGzip_SeesEveryMessage() => ForeignServer.AssertGzipAsync(Start);

    [GrpcioFact]
    public Task Client_SendsMetadata_GetsItBackInHeadersAndTrailers() => ForeignServer.AssertMetadataAsync(Start);

    [GrpcioFact]
    public Task Client_CallsThatFail_SeesStatusTextAndTrailers() => ForeignServer.AssertFailuresAsync(Start);

    [GrpcioFact]
    public Task Client_TellsItsDeadline_ServerEndsTheCall() => ForeignServer.AssertDeadlineAsync(Start);

    [GrpcioFact]
    public Task Client_Cancels_ServerSeesIt() => ForeignServer.AssertCancellationAsync(Start);

    private static PeerProcess Start() => PeerProcess.Start(PeerProcess.Python, "server.py");
}
