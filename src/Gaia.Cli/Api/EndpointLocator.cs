using System.Text.Json;
using Gaia.Node.Api.Contracts;

namespace Gaia.Cli.Api;

/// <summary>Finds the API of the running node and the token that changes need.</summary>
/// <remarks>Precedence: <c>--api</c>, <c>GAIA_API</c>, the endpoint file of the data directory, the default.</remarks>
internal sealed class EndpointLocator(Func<string, string?> variable)
{
    public const string DefaultApi = "127.0.0.1:7434";
    private const string TokenFile = "api.token";

    /// <summary>Data directory by <c>--data</c>, <c>GAIA_DATA</c>, or the XDG base directory specification.</summary>
    public string DataDirectory(string? option) => Path.GetFullPath(
        NonEmpty(option)
        ?? NonEmpty(variable("GAIA_DATA"))
        ?? Path.Combine(XdgDataHome(), "gaianode"));

    /// <summary>Base address of the API.</summary>
    /// <returns>Null, with the text that cannot be an address, when the given one is malformed.</returns>
    public Uri? Find(string? api, string? data, out string given)
    {
        given = NonEmpty(api) ?? NonEmpty(variable("GAIA_API"))
            ?? ReadEndpoint(DataDirectory(data))?.Api ?? DefaultApi;
        string text = given.Contains("://", StringComparison.Ordinal) ? given : "http://" + given;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && uri.Scheme == Uri.UriSchemeHttp
            && uri.PathAndQuery is "/"
            && HasPort(text)
            ? uri
            : null;
    }

    /// <summary>The data directory that was named, where no node runs on it and nothing names an address.</summary>
    /// <remarks>Falling back to the default address would show some other node as this one.</remarks>
    public string? NamedWithoutNode(string? api, string? data)
    {
        bool isNamed = NonEmpty(data) is not null || NonEmpty(variable("GAIA_DATA")) is not null;
        if (!isNamed || NonEmpty(api) is not null || NonEmpty(variable("GAIA_API")) is not null) return null;
        string directory = DataDirectory(data);
        return ReadEndpoint(directory) is null ? directory : null;
    }

    public static EndpointFile? ReadEndpoint(string dataDirectory)
    {
        try
        {
            string path = Path.Combine(dataDirectory, EndpointFile.FileName);
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ApiJson.Default.EndpointFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The token of the data directory; null when it cannot be read.</summary>
    public string? ReadToken(string? data)
    {
        try
        {
            return File.ReadAllText(Path.Combine(DataDirectory(data), TokenFile)).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string XdgDataHome() =>
        NonEmpty(variable("XDG_DATA_HOME"))
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");

    /// <summary>An address without a port would mean port 80, which is never a node's.</summary>
    private static bool HasPort(string text)
    {
        string authority = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        int colon = authority.LastIndexOf(':');
        ReadOnlySpan<char> port = authority.AsSpan(colon + 1);
        return colon > 0 && port.Length > 0 && port.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
