using System.Buffers;

namespace Gaia.Grpc.Headers;

/// <summary>What a metadata key and a text value may be.</summary>
/// <remarks>gRPC over HTTP/2, "Custom-Metadata": Header-Name is <c>[0-9a-z_.-]</c>, ASCII-Value is space and printable
/// ASCII.</remarks>
internal static class MetadataRules
{
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    private static readonly HashSet<string> ProtocolKeys = new(StringComparer.Ordinal)
    {
        "te", "host", "content-type", "content-length", "connection", "keep-alive", "transfer-encoding", "upgrade",
        "grpc-timeout", "grpc-encoding", "grpc-accept-encoding", "grpc-status", "grpc-message", "grpc-message-type",
    };

    /// <summary>Lower-case key.</summary>
    /// <exception cref="ArgumentException">The key is empty, has other characters, or belongs to the protocol.
    /// </exception>
    public static string NormalizeKey(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        string lower = key.ToLowerInvariant();
        if (!IsKey(lower))
            throw new ArgumentException($"The key '{key}' has characters outside [a-z0-9-_.].", nameof(key));
        if (IsProtocolKey(lower))
            throw new ArgumentException($"The key '{key}' belongs to the protocol.", nameof(key));
        return lower;
    }

    /// <summary>True when a lower-case key is not empty and has only allowed characters.</summary>
    public static bool IsKey(ReadOnlySpan<char> lowerKey) =>
        !lowerKey.IsEmpty && !lowerKey.ContainsAnyExcept(KeyCharacters);

    /// <summary>True when the protocol itself uses a lower-case key.</summary>
    public static bool IsProtocolKey(string lowerKey) => ProtocolKeys.Contains(lowerKey);

    /// <summary>True for printable ASCII without space at either end: HTTP strips that space, so it cannot travel.
    /// </summary>
    public static bool IsTextValue(ReadOnlySpan<char> value) =>
        !value.ContainsAnyExceptInRange(' ', '~') && (value.IsEmpty || (value[0] != ' ' && value[^1] != ' '));
}
