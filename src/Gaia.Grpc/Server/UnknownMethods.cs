using Gaia.Grpc.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Gaia.Grpc.Server;

/// <summary>Answers calls of methods and services that do not exist.</summary>
/// <remarks>Only requests with a gRPC content type match these routes; all others stay with the application.</remarks>
internal static class UnknownMethods
{
    public static void Map(IEndpointRouteBuilder endpoints, CallRuntime runtime, string? serviceName)
    {
        if (serviceName is not null)
            Map(endpoints, runtime, serviceName + "/{unknownMethod}", "unknownMethod", "The method is unknown.");
        if (runtime.FallbackMapped)
            return;
        runtime.FallbackMapped = true;
        Map(endpoints, runtime, "{unknownService}/{unknownMethod}", "unknownService", "The service is unknown.");
    }

    private static void Map(
        IEndpointRouteBuilder endpoints, CallRuntime runtime, string pattern, string parameter, string detail)
    {
        RoutePattern route = RoutePatternFactory.Parse(
            pattern,
            defaults: null,
            parameterPolicies: new RouteValueDictionary { [parameter] = new GrpcContentTypeConstraint() });
        endpoints.Map(route, http => AnswerAsync(http, runtime, detail))
            .WithDisplayName("gRPC - " + pattern)
            .Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = int.MaxValue);
    }

    private static async Task AnswerAsync(HttpContext http, CallRuntime runtime, string detail)
    {
        string? refusal = RequestGate.Refuse(http);
        if (refusal is not null)
        {
            ServerLog.RequestRefused(runtime.Logger, http.Response.StatusCode, refusal);
            return;
        }

        var response = new ResponseStream(http, runtime, "unknown", gzip: false);
        await response.EndAsync(new Status(StatusCode.Unimplemented, detail), null);
    }

    private sealed class GrpcContentTypeConstraint : IRouteConstraint
    {
        public bool Match(
            HttpContext? httpContext,
            IRouter? route,
            string routeKey,
            RouteValueDictionary values,
            RouteDirection routeDirection) =>
            httpContext is not null
            && HttpMethods.IsPost(httpContext.Request.Method)
            && GrpcHeaders.IsGrpcContentType(httpContext.Request.ContentType);
    }
}
