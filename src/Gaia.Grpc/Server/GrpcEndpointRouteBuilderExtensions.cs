using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gaia.Grpc.Server;

/// <summary>Maps generated services to routes.</summary>
public static class GrpcEndpointRouteBuilderExtensions
{
    /// <summary>Maps every method of a service.</summary>
    /// <typeparam name="TService">Class derived from a generated base; taken from the container for each call, or
    /// made with its dependencies from there when it is not registered.</typeparam>
    /// <param name="endpoints">The application.</param>
    /// <returns>Adds conventions (authorisation, metadata) to all methods of the service.</returns>
    /// <exception cref="InvalidOperationException">AddGaiaGrpc was not called, or the class has no generated base.
    /// </exception>
    public static IEndpointConventionBuilder MapGrpcService<TService>(this IEndpointRouteBuilder endpoints)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        CallRuntime runtime = endpoints.ServiceProvider.GetService<CallRuntime>()
            ?? throw new InvalidOperationException("Call AddGaiaGrpc() on the services first.");
        var binder = new EndpointBinder<TService>(endpoints, runtime);
        MethodInfo bind = FindBindMethod(typeof(TService));
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
        UnknownMethods.Map(endpoints, runtime, binder.ServiceName);
        return new ServiceConventionBuilder(binder.Endpoints);
    }

    private static MethodInfo FindBindMethod(Type service)
    {
        for (Type? type = service; type is not null; type = type.BaseType)
        {
            BindServiceMethodAttribute? attribute = type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false);
            if (attribute is null)
                continue;
            return attribute.BindType.GetMethod(
                    attribute.BindMethodName,
                    BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static,
                    [typeof(ServiceBinderBase), type])
                ?? throw new InvalidOperationException(
                    $"{attribute.BindType} has no static {attribute.BindMethodName}(ServiceBinderBase, {type.Name}).");
        }

        throw new InvalidOperationException($"{service} does not derive from a generated service base.");
    }
}
