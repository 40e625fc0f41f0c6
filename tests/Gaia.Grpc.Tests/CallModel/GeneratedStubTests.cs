using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Grpc.Core;

namespace Gaia.Grpc.Tests.CallModel;

public sealed class GeneratedStubTests
{
    [Fact]
    public void BindService_WithInstance_BindsAllFourKindsWithHandlers()
    {
        var binder = new Recorder();
        Probe.BindService(new ProbeService(new ProbeSignals())).BindService(binder);
        Assert.Equal(
            [
                "Unary Echo True",
                "ServerStreaming Repeat True",
                "ClientStreaming Collect True",
                "DuplexStreaming Converse True",
            ],
            binder.Bound);
    }

    [Fact]
    public void BindService_WithoutInstance_BindsNullHandlers()
    {
        var binder = new Recorder();
        Probe.BindService(binder, null);
        Assert.Equal(4, binder.Bound.Count(line => line.EndsWith("False")));
    }

    [Fact]
    public async Task Method_NotOverridden_ThrowsUnimplemented()
    {
        RpcException refused = await Assert.ThrowsAsync<RpcException>(
            () => new Bare().Echo(new Probing(), null!));
        Assert.Equal(StatusCode.Unimplemented, refused.StatusCode);
    }

    private sealed class Bare : Probe.ProbeBase;

    private sealed class Recorder : ServiceBinderBase
    {
        public List<string> Bound { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Bound.Add($"{method.Type} {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Bound.Add($"{method.Type} {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Bound.Add($"{method.Type} {method.Name} {handler is not null}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Bound.Add($"{method.Type} {method.Name} {handler is not null}");
    }
}
