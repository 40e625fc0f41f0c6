using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gaia.Grpc.Server;

/// <summary>Makes a route of each method that generated code binds.</summary>
/// <remarks>The handlers arrive null, since a service is bound without an instance: its methods are turned into
/// delegates that take the instance of the call.</remarks>
/// <typeparam name="TService">The service class.</typeparam>
internal sealed class EndpointBinder<TService>(IEndpointRouteBuilder endpoints, CallRuntime runtime) : ServiceBinderBase
    where TService : class
{
    private readonly List<IEndpointConventionBuilder> _endpoints = [];
    private readonly ServiceActivator<TService> _activator = new();

    public IReadOnlyList<IEndpointConventionBuilder> Endpoints => _endpoints;

    /// <summary>Name of the service; null when it has no method.</summary>
    public string? ServiceName { get; private set; }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Bind<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>(
            method, typeof(TRequest), typeof(ServerCallContext));
        Map(method, async (service, call) =>
        {
            TRequest request = await call.ReadSingleAsync(method.RequestMarshaller.ContextualDeserializer);
            TResponse response = await invoke(service, request, call);
            await call.WriteSingleAsync(method.ResponseMarshaller.ContextualSerializer, response);
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Bind<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(
            method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        Map(method, async (service, call) =>
        {
            TRequest request = await call.ReadSingleAsync(method.RequestMarshaller.ContextualDeserializer);
            using var writer = new ServerStreamWriter<TResponse>(call, method.ResponseMarshaller.ContextualSerializer);
            await invoke(service, request, writer, call);
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke = Bind<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>(
            method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        Map(method, async (service, call) =>
        {
            var reader = new ServerStreamReader<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
            TResponse response = await invoke(service, reader, call);
            await call.WriteSingleAsync(method.ResponseMarshaller.ContextualSerializer, response);
        });
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var invoke =
            Bind<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>(
                method,
                typeof(IAsyncStreamReader<TRequest>),
                typeof(IServerStreamWriter<TResponse>),
                typeof(ServerCallContext));
        Map(method, async (service, call) =>
        {
            var reader = new ServerStreamReader<TRequest>(call, method.RequestMarshaller.ContextualDeserializer);
            using var writer = new ServerStreamWriter<TResponse>(call, method.ResponseMarshaller.ContextualSerializer);
            await invoke(service, reader, writer, call);
        });
    }

    private static TDelegate Bind<TDelegate>(IMethod method, params Type[] parameters)
        where TDelegate : Delegate
    {
        MethodInfo found = typeof(TService).GetMethod(
                method.Name,
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance,
                parameters)
            ?? throw new InvalidOperationException($"{typeof(TService)} has no method for {method.FullName}.");
        return found.CreateDelegate<TDelegate>();
    }

    private void Map(IMethod method, Func<TService, ServerCall, Task> body)
    {
        ServiceName = method.ServiceName;
        var endpoint = new CallEndpoint<TService>(method, runtime, _activator, body);
        _endpoints.Add(endpoints
            .MapPost(method.FullName, new RequestDelegate(endpoint.HandleAsync))
            .WithDisplayName("gRPC - " + method.FullName)
            .WithMetadata(method));
    }
}
