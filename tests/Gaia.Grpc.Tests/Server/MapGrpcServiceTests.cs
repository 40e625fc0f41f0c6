using System.Net;
using Gaia.Grpc.Client;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Fixtures;
using Gaia.Grpc.Tests.Protos;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gaia.Grpc.Tests.Server;

public sealed class MapGrpcServiceTests
{
    [Fact]
    public void MapGrpcService_WithoutAddGaiaGrpc_SaysWhatToCall()
    {
        WebApplication app = WebApplication.CreateSlimBuilder().Build();
        InvalidOperationException refused =
            Assert.Throws<InvalidOperationException>(() => app.MapGrpcService<ProbeService>());
        Assert.Contains("AddGaiaGrpc", refused.Message);
    }

    [Fact]
    public void MapGrpcService_ClassWithoutGeneratedBase_NamesIt()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGaiaGrpc();
        InvalidOperationException refused =
            Assert.Throws<InvalidOperationException>(() => builder.Build().MapGrpcService<string>());
        Assert.Contains("System.String", refused.Message);
    }

    [Fact]
    public void MapGrpcService_Service_MapsEachMethodWithItsMetadataAndConventions()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGaiaGrpc();
        WebApplication app = builder.Build();
        app.MapGrpcService<ProbeService>().WithMetadata("marked");
        string[] methods = [.. ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<string>() == "marked")
            .Select(endpoint => endpoint.Metadata.GetMetadata<IMethod>()!.Name)];
        Assert.Equal(["Echo", "Repeat", "Collect", "Converse"], methods);
    }

    [Fact]
    public async Task MapGrpcService_RegisteredAndMadeServices_AreReleasedByTheirOwners()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        var counter = new Counter();
        builder.Services.AddSingleton(counter);
        builder.Services.AddGaiaGrpc();
        builder.Services.AddSingleton<Registered>();
        await using WebApplication app = builder.Build();
        app.MapGroup("").MapGrpcService<Registered>();
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single();
        using GrpcChannel channel = GrpcChannel.ForAddress(
            new Uri(address), new HttpMessageInvoker(GrpcHttpHandler.Create()), TimeProvider.System);
        await ProbeHost.ClientOf(channel).EchoAsync(new Probing());
        await ProbeHost.ClientOf(channel).EchoAsync(new Probing());
        Assert.Equal((1, 0), (counter.Made, counter.Released));

        var activator = new ServiceActivator<Made>();
        Made made = activator.Create(app.Services, out bool owned);
        Assert.True(owned);
        await ServiceActivator<Made>.ReleaseAsync(made);
        Assert.Equal((2, 1), (counter.Made, counter.Released));
    }

    private sealed class Counter
    {
        public int Made { get; set; }

        public int Released { get; set; }
    }

    private sealed class Registered : Probe.ProbeBase, IDisposable
    {
        private readonly Counter _counter;

        public Registered(Counter counter)
        {
            _counter = counter;
            counter.Made++;
        }

        public override Task<Probed> Echo(Probing request, ServerCallContext context) => Task.FromResult(new Probed());

        public void Dispose() => _counter.Released++;
    }

    private sealed class Made : IAsyncDisposable
    {
        private readonly Counter _counter;

        public Made(Counter counter)
        {
            _counter = counter;
            counter.Made++;
        }

        public ValueTask DisposeAsync()
        {
            _counter.Released++;
            return ValueTask.CompletedTask;
        }
    }
}
