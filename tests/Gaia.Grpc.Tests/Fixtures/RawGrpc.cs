using System.Net;
using System.Net.Http.Headers;
using Gaia.Grpc.Client;

namespace Gaia.Grpc.Tests.Fixtures;

/// <summary>Sends hand-made bytes over HTTP/2, as a peer may that keeps no rule.</summary>
public static class RawGrpc
{
    public const string EchoPath = "/gaia.grpc.tests.v1.Probe/Echo";

    /// <summary>An empty request message.</summary>
    public static readonly byte[] EmptyMessage = [0, 0, 0, 0, 0];

    public static async Task<RawAnswer> PostAsync(
        Uri address,
        string path,
        byte[] body,
        string? contentType = "application/grpc",
        params (string Name, string Value)[] headers)
    {
        using var invoker = new HttpMessageInvoker(GrpcHttpHandler.Create());
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await invoker.SendAsync(request, CancellationToken.None);
        byte[] answer = await response.Content.ReadAsByteArrayAsync();
        bool trailersOnly = response.Headers.Contains("grpc-status");
        HttpHeaders last = trailersOnly ? response.Headers : response.TrailingHeaders;
        string? status = last.TryGetValues("grpc-status", out IEnumerable<string>? values) ? values.Single() : null;
        return new RawAnswer(response.StatusCode, status, trailersOnly, answer, response.Headers);
    }
}
