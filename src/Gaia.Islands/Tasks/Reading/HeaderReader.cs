using System.Globalization;
using Gaia.Core.Identity;
using Gaia.Core.Json;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the single members of a manifest's root.</summary>
internal static class HeaderReader
{
    /// <summary>2^53 - 1: beyond it, readers that hold numbers as doubles would see another seed.</summary>
    internal const long MaxSeed = (1L << 53) - 1;

    private const int MaxTextLength = 64;
    private const string NameAllowed = "1 to 64 letters, digits, spaces, dots, underscores and hyphens";
    private const string LicenceAllowed = "an SPDX expression of at most 64 characters, such as CC0-1.0 or MIT";
    private const string CreatedAllowed = "an RFC 3339 time such as 2026-11-20T09:31:00Z, year 2000 to 9000";
    private const string NodeAllowed = "a node id of 64 hexadecimal digits";

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    internal static void CheckSchema(ObjectReader root)
    {
        var text = root.Text("schema", TaskManifest.SchemaName, required: true);
        if (text is not null && text != TaskManifest.SchemaName)
            root.Fault(root.PathOf("schema"), $"\"{JsonPath.Printable(text)}\" is unknown.", TaskManifest.SchemaName);
    }

    internal static string Name(ObjectReader root)
    {
        if (root.Text("name", NameAllowed, required: true) is not { } text)
            return "";
        if (text.Length is < 1 or > MaxTextLength || text.Trim() != text || !text.All(IsNameCharacter))
            root.Fault(root.PathOf("name"), $"\"{JsonPath.Printable(text)}\" is no name.", NameAllowed);
        return text;
    }

    internal static string Licence(ObjectReader root)
    {
        if (root.Text("licence", LicenceAllowed) is not { } text)
            return TaskManifest.DefaultLicence;
        if (text.Length is < 1 or > MaxTextLength || text.Trim() != text || !text.All(IsLicenceCharacter))
            root.Fault(root.PathOf("licence"), $"\"{JsonPath.Printable(text)}\" is no licence.", LicenceAllowed);
        return text;
    }

    internal static NodeId? Publisher(ObjectReader root)
    {
        if (root.Text("publisher", NodeAllowed) is not { } text)
            return null;
        if (Hash256.TryParseHex(text, out var value))
            return new NodeId(value);
        root.Fault(root.PathOf("publisher"), $"\"{JsonPath.Printable(text)}\" is no node id.", NodeAllowed);
        return null;
    }

    internal static DateTimeOffset? Created(ObjectReader root)
    {
        if (root.Text("created", CreatedAllowed) is not { } text)
            return null;
        var parsed = DateTimeOffset.TryParseExact(
            text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        if (parsed && time.Year is >= 2000 and <= 9000)
            return time.ToUniversalTime();
        root.Fault(root.PathOf("created"), $"\"{JsonPath.Printable(text)}\" is no such time.", CreatedAllowed);
        return null;
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-';

    private static bool IsLicenceCharacter(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '+' or '-' or '(' or ')' or ':';
}
