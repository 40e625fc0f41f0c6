using Gaia.Grpc.Headers;
using Microsoft.AspNetCore.Http;

namespace Gaia.Grpc.Server;

/// <summary>Turns away what is no gRPC request, by HTTP status.</summary>
internal static class RequestGate
{
    /// <summary>Checks protocol and content type; sets the HTTP status of a refused request.</summary>
    /// <returns>Why it was refused; null for a gRPC request.</returns>
    public static string? Refuse(HttpContext http)
    {
        if (!HttpProtocol.IsHttp2(http.Request.Protocol))
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return "gRPC needs HTTP/2.";
        }

        if (!GrpcHeaders.IsGrpcContentType(http.Request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return "The content type is not application/grpc.";
        }

        return null;
    }
}
