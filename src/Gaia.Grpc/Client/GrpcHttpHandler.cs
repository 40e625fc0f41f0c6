using System.Net;

namespace Gaia.Grpc.Client;

/// <summary>Makes the HTTP handler under a channel.</summary>
public static class GrpcHttpHandler
{
    /// <summary>A handler that speaks to one peer and adds nothing to a call: no proxy, cookies, redirects,
    /// decompression or trace headers, one HTTP/2 connection.</summary>
    /// <remarks>For TLS set <see cref="SocketsHttpHandler.SslOptions"/>, or set
    /// <see cref="SocketsHttpHandler.ConnectCallback"/> to one that returns an authenticated
    /// <see cref="System.Net.Security.SslStream"/> (ALPN <c>h2</c>) and give the channel an https address.</remarks>
    /// <param name="options">Limits of the channel; the defaults when null.</param>
    public static SocketsHttpHandler Create(GrpcChannelOptions? options = null)
    {
        options ??= new GrpcChannelOptions();
        return new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = false,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            MaxResponseHeadersLength = Math.Max(1, options.MaxMetadataBytes / 1024) + 1,
        };
    }
}
