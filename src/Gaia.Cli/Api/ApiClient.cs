using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Api;

/// <summary>Client of the daemon's local API. Every failure is an <see cref="ApiFailure"/>, none is thrown.</summary>
internal sealed class ApiClient : IDisposable
{
    /// <summary>Longest answer that is read; a status of 64 tasks is far below.</summary>
    private const int MaximumAnswerBytes = 16 << 20;

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);
    private readonly HttpClient _http;
    private readonly string? _token;

    public ApiClient(Uri endpoint, string? token)
    {
        // The node is on this machine: no proxy that the environment names, and no way to another place.
        SocketsHttpHandler handler = new() { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        _http = new HttpClient(handler)
        {
            BaseAddress = endpoint, Timeout = CallTimeout, MaxResponseContentBufferSize = MaximumAnswerBytes,
        };
        _token = token;
    }

    /// <summary>A data directory that was named and that no node runs on: then no call is made.</summary>
    public string? DirectoryWithoutNode { get; init; }

    public Task<ApiAnswer<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), type, cancellationToken);

    public Task<ApiAnswer<T>> PostAsync<T>(
        string path, byte[] body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (_token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return SendAsync(request, type, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ApiAnswer<T>> SendAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (DirectoryWithoutNode is { } directory)
        {
            request.Dispose();
            string text = $"no node runs on the data directory {directory}: "
                + $"start one with `gaianode run --data {directory}`";
            return new(null, "", new ApiFailure(null, text, []));
        }

        try
        {
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
            // UTF-8 whatever the header says: JSON knows no other encoding.
            byte[] bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            string body = Encoding.UTF8.GetString(bytes).Trim();
            if (!response.IsSuccessStatusCode) return new(null, body, Refusal((int)response.StatusCode, body));
            T? value = JsonSerializer.Deserialize(body, type);
            return new(value, body, value is null ? Unreachable(new JsonException()) : null);
        }
        catch (Exception error) when (error is HttpRequestException or JsonException
            || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(null, "", Unreachable(error));
        }
        finally
        {
            request.Dispose();
        }
    }

    private ApiFailure Unreachable(Exception error) => error is JsonException
        ? new(null, $"what answers at {_http.BaseAddress} is not a gaianode of this version", [])
        : new(null, $"no node answers at {_http.BaseAddress}: start one with `gaianode run`, "
            + "or name another with --data or --api", []);

    private static ApiFailure Refusal(int status, string body)
    {
        try
        {
            ErrorView? view = JsonSerializer.Deserialize(body, ApiJson.Default.ErrorView);
            if (view?.Message is not null) return new(status, view.Message, view.Errors);
        }
        catch (JsonException)
        {
            // Not one of our error bodies: the status says what is known.
        }

        return new(status, $"the node answered with HTTP status {status}", []);
    }
}
