using Microsoft.Extensions.DependencyInjection;

namespace Gaia.Grpc.Server;

/// <summary>Provides the service instance of one call.</summary>
/// <typeparam name="TService">The service class.</typeparam>
internal sealed class ServiceActivator<TService>
    where TService : class
{
    private readonly Lazy<ObjectFactory<TService>> _factory = new(() => ActivatorUtilities.CreateFactory<TService>([]));

    /// <summary>Takes the instance from the container, or makes one.</summary>
    /// <param name="services">Container of the call.</param>
    /// <param name="owned">True when the instance was made here and must be released.</param>
    public TService Create(IServiceProvider services, out bool owned)
    {
        TService? registered = services.GetService<TService>();
        owned = registered is null;
        return registered ?? _factory.Value(services, []);
    }

    /// <summary>Releases an instance that was made here.</summary>
    public static async ValueTask ReleaseAsync(TService service)
    {
        if (service is IAsyncDisposable asynchronous)
            await asynchronous.DisposeAsync();
        else if (service is IDisposable synchronous)
            synchronous.Dispose();
    }
}
