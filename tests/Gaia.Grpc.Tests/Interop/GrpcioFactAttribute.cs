namespace Gaia.Grpc.Tests.Interop;

/// <summary>A test that needs the system's Python with grpcio, and says what to do where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GrpcioFactAttribute : FactAttribute
{
    private static readonly string? Reason = Probe();

    public GrpcioFactAttribute() => Skip = Reason;

    private static string? Probe()
    {
        if (InteropFolder.Path is null)
            return "The source tree with the interop scripts is not above the test binaries.";
        if (!File.Exists(PeerProcess.Python))
            return "The system's Python is not installed: interop with grpcio is not tested.";
        return PeerProcess.ExitsWithZero(PeerProcess.Python, "-c", "import grpc")
            ? null
            : "grpcio is not installed (Debian: python3-grpcio): interop with it is not tested.";
    }
}
