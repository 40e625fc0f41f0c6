using System.Net;
using System.Net.Sockets;
using Gaia.Node.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gaia.Node.Api;

/// <summary>The local API over HTTP.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    /// <summary>Base address, with the real port.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen.</summary>
    /// <returns>The server, or why it cannot listen.</returns>
    public static async Task<(ApiServer? Server, StartFailure? Failure)> StartAsync(
        NodeFace face, IPEndPoint endpoint, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var app = Build(face, endpoint, loggers);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            await app.DisposeAsync();
            return (null, Failure(endpoint, exception));
        }

        var features = app.Services.GetRequiredService<IServer>().Features;
        var text = features.Get<IServerAddressesFeature>()!.Addresses.First();
        return (new ApiServer(app, new Uri(text)), null);
    }

    /// <summary>Answers what is under way, then closes.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(NodeFace face, IPEndPoint endpoint, ILoggerFactory loggers)
    {
        // No files, environment or command line: the node's options are read in one place, and not here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.Services.AddSingleton(loggers);
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = face.Options.Limits.ApiBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = face.Options.Limits.ApiConnections;
            kestrel.Listen(endpoint);
        });
        var app = builder.Build();
        var guard = new ApiGuard(face.Token);
        var logger = loggers.CreateLogger("Gaia.Node.Api");
        app.Use(next => context => GuardedAsync(context, guard, logger, next));
        app.UseRouting();
        new ApiRoutes(face).Map(app);
        return app;
    }

    private static async Task GuardedAsync(
        HttpContext context, ApiGuard guard, ILogger logger, RequestDelegate next)
    {
        try
        {
            if (await guard.RefusesAsync(context))
                return;
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone.
        }
        catch (Exception exception)
        {
            NodeLog.ApiFailed(logger, context.Request.Path, exception);
            if (!context.Response.HasStarted)
            {
                await ApiAnswer.ErrorAsync(
                    context, StatusCodes.Status500InternalServerError, "the node failed to answer; see its log");
            }
        }
    }

    private static StartFailure Failure(IPEndPoint endpoint, IOException exception)
    {
        var inUse = exception.InnerException is AddressInUseException
            || exception.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
        return new StartFailure(StartFault.Api, inUse
            ? $"the API's port {endpoint} is taken by another program; stop it, or choose another one with --api "
                + "(port 0 is any free port)"
            : $"the API cannot listen at {endpoint} ({exception.Message.TrimEnd('.')}); "
                + "choose another address with --api");
    }

    /// <summary>Signals are the program's matter, not this server's.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
