namespace Gaia.Grpc.Tests.Interop;

/// <summary>A test that needs Node and the module @grpc/grpc-js, and says what to do where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GrpcJsFactAttribute : FactAttribute
{
    private static readonly string? Reason = Probe();

    public GrpcJsFactAttribute() => Skip = Reason;

    private static string? Probe()
    {
        if (InteropFolder.Path is null)
            return "The source tree with the interop scripts is not above the test binaries.";
        if (InteropFolder.FindProgram("node") is null)
            return "Node is not installed: interop with grpc-js is not tested.";
        return Directory.Exists(Path.Combine(InteropFolder.Path, "node_modules", "@grpc", "grpc-js"))
            ? null
            : "@grpc/grpc-js is not installed: run npm ci --prefix tests/Gaia.Grpc.Tests/Interop --ignore-scripts.";
    }
}
