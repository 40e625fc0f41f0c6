using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gaia.Node.Api;

/// <summary>Keeps strangers out of the local API.</summary>
/// <remarks>
/// A page in a browser of this machine can send requests here, also under a name of its own that resolves to loopback
/// (DNS rebinding). So the Host must name loopback, an Origin must too, and changes need the token, which no page can
/// read.
/// </remarks>
internal sealed class ApiGuard(string token)
{
    private readonly byte[] _digest = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Answers a request that may not pass; false where it may.</summary>
    public async Task<bool> RefusesAsync(HttpContext context)
    {
        if (!IsLoopback(context.Request.Host.Host))
        {
            await ApiAnswer.ErrorAsync(context, StatusCodes.Status421MisdirectedRequest,
                "this API answers to loopback names only; ask for 127.0.0.1 or localhost");
            return true;
        }

        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopback(page.Host)))
        {
            await ApiAnswer.ErrorAsync(context, StatusCodes.Status403Forbidden,
                "this API does not answer to pages of other sites");
            return true;
        }

        if (IsSafe(context.Request.Method) || HasToken(context.Request))
            return false;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        await ApiAnswer.ErrorAsync(context, StatusCodes.Status401Unauthorized,
            "changes need the token: send 'Authorization: Bearer ' and what api.token in the data directory holds");
        return true;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    // Digests have one length, and are compared in one time whatever was sent.
    private bool HasToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return false;
        var sent = SHA256.HashData(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()));
        return CryptographicOperations.FixedTimeEquals(sent, _digest);
    }
}
