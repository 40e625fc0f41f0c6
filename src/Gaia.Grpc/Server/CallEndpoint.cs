using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Gaia.Grpc.Server;

/// <summary>Runs the calls of one method.</summary>
/// <typeparam name="TService">The service class.</typeparam>
/// <param name="method">The method.</param>
/// <param name="runtime">What all calls share.</param>
/// <param name="activator">Provides the instance.</param>
/// <param name="body">Reads the request, calls the instance, writes the response.</param>
internal sealed class CallEndpoint<TService>(
    IMethod method,
    CallRuntime runtime,
    ServiceActivator<TService> activator,
    Func<TService, ServerCall, Task> body)
    where TService : class
{
    private readonly bool _requestsStream = method.Type is MethodType.ClientStreaming or MethodType.DuplexStreaming;

    public async Task HandleAsync(HttpContext http)
    {
        string? refusal = RequestGate.Refuse(http);
        if (refusal is not null)
        {
            ServerLog.RequestRefused(runtime.Logger, http.Response.StatusCode, refusal);
            return;
        }

        CallRequest request = CallRequest.Parse(http.Request, runtime.Options);
        using var call = new ServerCall(http, method, runtime, request);
        if (_requestsStream)
            LiftBodyLimits(http);
        Status status = request.Failure ?? await RunAsync(call);
        await call.EndAsync(status);
    }

    /// <summary>A stream may carry any number of messages and may be silent for long; each message has its own limit.
    /// </summary>
    private static void LiftBodyLimits(HttpContext http)
    {
        IHttpMaxRequestBodySizeFeature? size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false })
            size.MaxRequestBodySize = null;
        IHttpMinRequestBodyDataRateFeature? rate = http.Features.Get<IHttpMinRequestBodyDataRateFeature>();
        if (rate is not null)
            rate.MinDataRate = null;
    }

    private async Task<Status> RunAsync(ServerCall call)
    {
        TService? service = null;
        bool owned = false;
        try
        {
            call.StartDeadline();
            service = activator.Create(call.Http.RequestServices, out owned);
            await body(service, call);
            return call.Status;
        }
        catch (RpcException refusal)
        {
            call.AddTrailers(refusal.Trailers);
            ServerLog.CallFailed(runtime.Logger, method.FullName, refusal.StatusCode, refusal.Status.Detail);
            return refusal.StatusCode == StatusCode.OK
                ? new Status(StatusCode.Unknown, "The handler threw a status of OK.")
                : refusal.Status;
        }
        catch (Exception failure) when (call.CancellationToken.IsCancellationRequested
            && failure is OperationCanceledException or IOException)
        {
            return new Status(StatusCode.Cancelled, "The call was cancelled.");
        }
        catch (Exception failure)
        {
            // The boundary of the handler: its failure ends its call and nothing else, and its text stays here.
            ServerLog.HandlerFailed(runtime.Logger, method.FullName, failure);
            return new Status(StatusCode.Unknown, "Exception was thrown by handler.");
        }
        finally
        {
            if (owned && service is not null)
                await ServiceActivator<TService>.ReleaseAsync(service);
        }
    }
}
