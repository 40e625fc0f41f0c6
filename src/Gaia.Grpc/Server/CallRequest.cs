using Gaia.Grpc.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gaia.Grpc.Server;

/// <summary>What a caller's header block says.</summary>
/// <param name="Metadata">The caller's metadata.</param>
/// <param name="Timeout">Time the call may take; null when it may take any.</param>
/// <param name="RequestGzip">Requests may be compressed.</param>
/// <param name="ResponseGzip">The caller accepts gzip.</param>
/// <param name="Failure">Why the call is refused before its handler runs.</param>
internal sealed record CallRequest(
    Metadata Metadata, TimeSpan? Timeout, bool RequestGzip, bool ResponseGzip, Status? Failure)
{
    public static CallRequest Parse(HttpRequest request, GrpcServerOptions options)
    {
        var block = new MetadataBlock(options.MaxMetadataBytes);
        string? timeoutText = null;
        string? encoding = null;
        string? acceptEncoding = null;
        foreach ((string name, StringValues values) in request.Headers)
        {
            if (name.Equals(GrpcHeaders.Timeout, StringComparison.OrdinalIgnoreCase))
                timeoutText = values.ToString();
            else if (name.Equals(GrpcHeaders.Encoding, StringComparison.OrdinalIgnoreCase))
                encoding = values.ToString();
            else if (name.Equals(GrpcHeaders.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
                acceptEncoding = values.ToString();
            foreach (string? value in values)
                block.Add(name, value ?? "");
        }

        Status? failure = block.Failure;
        TimeSpan? timeout = null;
        if (timeoutText is not null)
        {
            if (TimeoutHeader.TryParse(timeoutText, out TimeSpan parsed))
                timeout = parsed;
            else
                failure ??= new Status(StatusCode.Internal, "grpc-timeout is malformed.");
        }

        bool gzip = string.Equals(encoding, GrpcHeaders.Gzip, StringComparison.OrdinalIgnoreCase);
        if (!gzip && encoding is not null && !encoding.Equals(GrpcHeaders.Identity, StringComparison.OrdinalIgnoreCase))
            failure ??= new Status(StatusCode.Unimplemented, "grpc-encoding is neither identity nor gzip.");
        return new CallRequest(block.Metadata, timeout, gzip, GrpcHeaders.AcceptsGzip(acceptEncoding), failure);
    }
}
