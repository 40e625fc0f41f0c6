using System.Net;
using Gaia.Grpc.Compression;
using Gaia.Grpc.Headers;
using Grpc.Core;

namespace Gaia.Grpc.Client;

/// <summary>Builds a call's HTTP request.</summary>
internal static class RequestHead
{
    public static HttpRequestMessage Create(
        GrpcChannel channel, IMethod method, CallOptions options, string? host, TimeSpan? timeout, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(channel.Address, method.FullName))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        if (host is not null)
            request.Headers.Host = host;
        request.Headers.TryAddWithoutValidation(GrpcHeaders.Te, GrpcHeaders.Trailers);
        request.Headers.TryAddWithoutValidation(GrpcHeaders.AcceptEncoding, GrpcHeaders.AcceptedEncodings);
        if (channel.Options.RequestEncoding == GrpcEncoding.Gzip)
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Encoding, GrpcHeaders.Gzip);
        if (timeout is TimeSpan left)
            request.Headers.TryAddWithoutValidation(GrpcHeaders.Timeout, TimeoutHeader.Format(left));
        bool agent = false;
        foreach (Metadata.Entry entry in options.Headers ?? [])
        {
            agent |= entry.Key == GrpcHeaders.UserAgent;
            Add(request, entry);
        }

        if (!agent)
            request.Headers.TryAddWithoutValidation(GrpcHeaders.UserAgent, channel.Options.UserAgent);
        return request;
    }

    private static void Add(HttpRequestMessage request, Metadata.Entry entry)
    {
        string value = entry.IsBinary ? MetadataBlock.EncodeBinary(entry.BinaryValue) : entry.Value;
        // The HTTP client keeps some names ("expires", "content-language") with the content.
        if (!request.Headers.TryAddWithoutValidation(entry.Key, value))
            request.Content!.Headers.TryAddWithoutValidation(entry.Key, value);
    }
}
