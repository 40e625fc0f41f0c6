using System.Net;
using System.Net.Sockets;
using Gaia.Grpc.Server;
using Gaia.Protocol.Limits;
using Gaia.Transport.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Gaia.Transport.Listening;

/// <summary>The listening half: Kestrel on one endpoint, HTTP/2 over mutual TLS, the four services.</summary>
internal sealed class PeerServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PeerServer(WebApplication app) => _app = app;

    /// <summary>Starts to listen.</summary>
    /// <returns>The server, or null with the reason in the result.</returns>
    public static async Task<(PeerServer? Server, ListenResult Result)> StartAsync(
        IPEndPoint endpoint, PeerServerParts parts, CancellationToken cancellationToken)
    {
        var app = Build(endpoint, parts);
        try
        {
            await app.StartAsync(cancellationToken);
            var address = app.Services.GetRequiredService<IServer>().Features
                .Get<IServerAddressesFeature>()!.Addresses.Single();
            var port = new Uri(address).Port;
            return (new PeerServer(app), ListenResult.Listening(new IPEndPoint(endpoint.Address, port)));
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await app.DisposeAsync();
            return (null, Describe(endpoint, exception));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(IPEndPoint endpoint, PeerServerParts parts)
    {
        // Empty: no configuration files, no environment, nothing listens but what is said here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.Replace(ServiceDescriptor.Singleton(parts.Logs));
        builder.Services.AddSingleton(parts.Time);
        builder.Services.AddGaiaGrpc(new GrpcServerOptions
        {
            MaxReceiveMessageBytes = WireLimits.MessageBytes,
            MaxSendMessageBytes = WireLimits.ChunkMessageBytes,
        });
        builder.Services.AddSingleton(new DiscoveryService(parts.Calls, parts.Handler));
        builder.Services.AddSingleton(new EliteService(parts.Calls, parts.Handler));
        builder.Services.AddSingleton(new TaskService(parts.Calls, parts.Handler));
        builder.Services.AddSingleton(new GossipService(parts.Calls, parts.Links));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = parts.Options.Calls.CloseTimeout);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, endpoint, parts));

        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<DiscoveryService>();
        app.MapGrpcService<EliteService>();
        app.MapGrpcService<TaskService>();
        app.MapGrpcService<GossipService>();
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, IPEndPoint endpoint, PeerServerParts parts)
    {
        var limits = parts.Options.Connections;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = WireLimits.MessageBytes + 64;
        kestrel.Limits.KeepAliveTimeout = limits.Idle;
        kestrel.Limits.RequestHeadersTimeout = limits.HandshakeTimeout;
        kestrel.Limits.MaxRequestHeadersTotalSize = 8 * 1024;
        // Links are silent for long; a dead one is found by pings.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.Http2.MaxStreamsPerConnection = limits.StreamsPerConnection;
        kestrel.Limits.Http2.KeepAlivePingDelay = limits.KeepAlive;
        kestrel.Limits.Http2.KeepAlivePingTimeout = limits.KeepAliveTimeout;
        kestrel.Listen(endpoint, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => context => parts.Connections.RunOutsideAsync(context, next));
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                HandshakeTimeout = limits.HandshakeTimeout,
                OnConnection = context => ValueTask.FromResult(
                    parts.Connections.Terms(context.Connection, context.ClientHelloInfo.SslProtocols)),
            });
            listen.Use(next => context => ConnectionGuard.RunInsideAsync(context, next));
        });
    }

    private static ListenResult Describe(IPEndPoint endpoint, Exception exception)
    {
        var error = (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode;
        if (exception is AddressInUseException || exception.InnerException is AddressInUseException
            || error == SocketError.AddressAlreadyInUse)
        {
            return ListenResult.Failed(ListenFault.AddressInUse,
                $"{endpoint} is taken by another program; choose another port, or 0 for any free one.");
        }

        return error switch
        {
            SocketError.AddressNotAvailable => ListenResult.Failed(ListenFault.AddressUnavailable,
                $"{endpoint.Address} is no address of this machine; 0.0.0.0 listens on all of them."),
            SocketError.AccessDenied => ListenResult.Failed(ListenFault.AccessDenied,
                $"The system does not allow listening on {endpoint}; choose a port from 1024 on."),
            _ => ListenResult.Failed(ListenFault.Other, $"Listening on {endpoint} failed: {exception.Message}"),
        };
    }
}
