using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gaia.Core.Results;

namespace Gaia.Core.Json;

/// <summary>The one byte string of a JSON value, to be hashed and signed.</summary>
/// <remarks>
/// RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by the UTF-16 code units of their names,
/// numbers as ECMAScript prints doubles, strings with the fewest escapes. As the I-JSON profile (RFC 7493) asks,
/// duplicate names, lone surrogates and numbers beyond the doubles are refused. Numbers are doubles: an integer beyond
/// 2^53 is rounded, so large ones belong in strings. Any input is safe: what cannot be canonical comes back as an error
/// that names its place.
/// </remarks>
public static class CanonicalJson
{
    /// <summary>Levels of nesting that are accepted where the caller names no other limit.</summary>
    /// <value>64: a task manifest has five, and recursion over 64 levels stays far from the end of the stack.</value>
    public const int DefaultMaxDepth = 64;

    /// <summary>The highest limit a caller may name.</summary>
    public const int LargestMaxDepth = 256;

    /// <summary>Canonical bytes of JSON text.</summary>
    /// <param name="utf8">One JSON value in UTF-8, without byte order mark, comments or trailing commas.</param>
    /// <param name="maxDepth">Levels of objects and arrays; 1 to <see cref="LargestMaxDepth"/>.</param>
    /// <returns>The bytes, or the first error with its path and byte offset.</returns>
    public static Result<byte[]> Canonicalize(ReadOnlySpan<byte> utf8, int maxDepth = DefaultMaxDepth)
    {
        CheckDepth(maxDepth);
        return new TextCanonicalizer(maxDepth).Run(utf8);
    }

    /// <summary>Canonical bytes of a parsed value.</summary>
    /// <param name="element">A defined element of a document that is not disposed.</param>
    /// <param name="maxDepth">Levels of objects and arrays; 1 to <see cref="LargestMaxDepth"/>.</param>
    /// <exception cref="InvalidOperationException">The element is undefined.</exception>
    public static Result<byte[]> Canonicalize(JsonElement element, int maxDepth = DefaultMaxDepth) =>
        Canonicalize(JsonMarshal.GetRawUtf8Value(element), maxDepth);

    /// <summary>Canonical bytes of a tree under construction.</summary>
    /// <param name="node">The tree; null is JSON's null.</param>
    /// <param name="maxDepth">Levels of objects and arrays; 1 to <see cref="LargestMaxDepth"/>.</param>
    public static Result<byte[]> Canonicalize(JsonNode? node, int maxDepth = DefaultMaxDepth)
    {
        CheckDepth(maxDepth);
        return new NodeCanonicalizer(maxDepth).Run(node);
    }

    /// <summary>True where the bytes are their own canonical form: what a peer signed must be.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> utf8, int maxDepth = DefaultMaxDepth) =>
        Canonicalize(utf8, maxDepth).TryGet(out var canonical) && utf8.SequenceEqual(canonical);

    private static void CheckDepth(int maxDepth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDepth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxDepth, LargestMaxDepth);
    }
}
