using Microsoft.AspNetCore.Builder;

namespace Gaia.Grpc.Server;

/// <summary>Applies a convention to all methods of a service.</summary>
internal sealed class ServiceConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> endpoints)
    : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (IEndpointConventionBuilder endpoint in endpoints)
            endpoint.Add(convention);
    }

    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (IEndpointConventionBuilder endpoint in endpoints)
            endpoint.Finally(finallyConvention);
    }
}
