using Gaia.Core.Results;

namespace Gaia.Core.Json;

/// <summary>The ways in which a value fails to have a canonical form.</summary>
internal static class CanonicalFailure
{
    public static ValidationError Syntax(string path, string at) =>
        new(path, $"This is not JSON{at}.", "one JSON value (RFC 8259) in UTF-8, without comments or trailing commas");

    public static ValidationError TooDeep(string path, string at, int maxDepth) =>
        new(path, $"The nesting is too deep{at}.", $"at most {maxDepth} levels");

    public static ValidationError Duplicate(string path, string at) =>
        new(path, $"The name stands twice in its object{at}.", "unique member names");

    public static ValidationError Text(string path, string at) =>
        new(path, $"The text is not well-formed Unicode{at}.", "valid UTF-8, surrogates only in pairs");

    public static ValidationError Number(string path, string at) =>
        new(path, $"The number is beyond the range of a double{at}.", "finite IEEE 754 doubles");

    public static ValidationError Kind(string path) =>
        new(path, "The value has no form in JSON.", "objects, arrays, strings, finite numbers, true, false, null");
}
