using System.Globalization;
using Grpc.Core;

namespace Gaia.Grpc.Headers;

/// <summary>The outcome of a call as <c>grpc-status</c> and <c>grpc-message</c>.</summary>
internal static class StatusHeader
{
    private static readonly string[] Codes =
        [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The number of a code as text.</summary>
    public static string Format(StatusCode code) =>
        (int)code is >= 0 and <= 16 ? Codes[(int)code] : Codes[(int)StatusCode.Unknown];

    /// <summary>Reads an outcome. A number outside 0 to 16 is <see cref="StatusCode.Unknown"/>.</summary>
    /// <param name="status">Value of <c>grpc-status</c>.</param>
    /// <param name="message">Value of <c>grpc-message</c>, percent-encoded; null when absent.</param>
    public static Status Parse(string status, string? message)
    {
        string detail = message is null ? "" : PercentEncoding.Decode(message);
        if (!int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return new Status(StatusCode.Unknown, $"Peer sent a malformed grpc-status. {detail}".TrimEnd());
        return code <= 16
            ? new Status((StatusCode)code, detail)
            : new Status(StatusCode.Unknown, $"Peer sent grpc-status {code}. {detail}".TrimEnd());
    }
}
