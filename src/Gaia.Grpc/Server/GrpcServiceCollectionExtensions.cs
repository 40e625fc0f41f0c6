using Gaia.Grpc.Framing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gaia.Grpc.Server;

/// <summary>Registers the gRPC server.</summary>
public static class GrpcServiceCollectionExtensions
{
    /// <summary>Registers the gRPC server, routing, and the system's clock unless a clock is registered already.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="options">Limits; the defaults when null.</param>
    /// <exception cref="ArgumentException">Options are out of range; the message lists them all.</exception>
    public static IServiceCollection AddGaiaGrpc(this IServiceCollection services, GrpcServerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        options ??= new GrpcServerOptions();
        OptionRange.ThrowIfAny(options.Validate(), nameof(options));
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(options);
        services.TryAddSingleton<CallRuntime>();
        return services;
    }
}
