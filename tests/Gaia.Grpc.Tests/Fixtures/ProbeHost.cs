using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Gaia.Grpc.Client;
using Gaia.Grpc.Server;
using Gaia.Grpc.Tests.Protos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>The service under test on Kestrel, on a free loopback port.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeHost(WebApplication app, Uri address, ProbeSignals signals, ConcurrentQueue<string> log)
    {
        _app = app;
        Address = address;
        Signals = signals;
        Log = log;
    }

    public Uri Address { get; }

    public ProbeSignals Signals { get; }

    /// <summary>What the server logged, level and text.</summary>
    public ConcurrentQueue<string> Log { get; }

    public static async Task<ProbeHost> StartAsync(
        GrpcServerOptions? options = null,
        TimeProvider? time = null,
        X509Certificate2? certificate = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        var log = new ConcurrentQueue<string>();
        builder.Logging.ClearProviders().AddProvider(new QueueLoggerProvider(log)).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = certificate is null ? HttpProtocols.Http2 : HttpProtocols.Http1AndHttp2;
            if (certificate is not null)
            {
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate;
                    https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                    https.ClientCertificateValidation =
                        (presented, _, _) => presented.Thumbprint == certificate.Thumbprint;
                });
            }
        }));
        var signals = new ProbeSignals();
        builder.Services.AddSingleton(signals);
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.Services.AddGaiaGrpc(options);
        WebApplication app = builder.Build();
        app.MapGrpcService<ProbeService>();
        app.MapPost("/odd/wrong-type", async http => await http.Response.WriteAsync("hello"));
        app.MapPost("/odd/no-status", http =>
        {
            http.Response.ContentType = "application/grpc";
            return Task.CompletedTask;
        });
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.Single();
        return new ProbeHost(app, new Uri(address), signals, log);
    }

    public GrpcChannel Connect(GrpcChannelOptions? options = null, TimeProvider? time = null) =>
        GrpcChannel.ForAddress(
            Address,
            new HttpMessageInvoker(GrpcHttpHandler.Create(options)),
            time ?? TimeProvider.System,
            options);

    public static Probe.ProbeClient ClientOf(GrpcChannel channel) => new(channel);

    public async ValueTask DisposeAsync()
    {
        Signals.Release.TrySetResult();
        await _app.DisposeAsync();
    }

    private sealed class QueueLoggerProvider(ConcurrentQueue<string> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new QueueLogger(categoryName, log);

        public void Dispose()
        {
        }
    }

    private sealed class QueueLogger(string category, ConcurrentQueue<string> log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => category.StartsWith("Gaia.");

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) => log.Enqueue($"{logLevel}: {formatter(state, exception)}");
    }
}
