using System.Text.Json;
using Gaia.Core.Json;
using Gaia.Core.Results;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>The strict JSON that manifests are written in: what a lenient reader would let pass is an error
/// here.</summary>
/// <remarks>
/// RFC 8259 without its freedoms: no comments, no trailing commas, no text after the value, no byte order mark, no NaN,
/// no lone surrogates, no name twice in an object, bounded size and depth. Two readers that see different members in
/// the same bytes would disagree about what a task is.
/// </remarks>
internal static class ManifestJson
{
    internal const int MaxDepth = 8;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MaxDepth,
        CommentHandling = JsonCommentHandling.Disallow,
        AllowTrailingCommas = false,
        AllowDuplicateProperties = true, // they are listed here, all of them, each with its path
    };

    /// <summary>Parses and lists repeated names; null where the bytes are no strict JSON at all.</summary>
    internal static JsonElement? Parse(ReadOnlySpan<byte> utf8, List<ValidationError> errors)
    {
        if (utf8.Length > ManifestReader.MaxBytes)
        {
            errors.Add(new ValidationError(
                "$", $"The manifest has {utf8.Length} bytes.", $"at most {ManifestReader.MaxBytes} bytes"));
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray(), Options);
            var root = document.RootElement.Clone();
            ListRepeats(root, "$", errors);
            return root;
        }
        catch (JsonException fault)
        {
            var place = $"line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}";
            errors.Add(new ValidationError(
                "$", $"This is not JSON at {place}.", $"strict JSON, at most {MaxDepth} deep"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // Reading a name or a text throws this for a lone surrogate, whatever spelled it.
            errors.Add(new ValidationError(
                "$", "A text is not well-formed Unicode.", "paired surrogates in valid UTF-8"));
            return null;
        }
    }

    private static void ListRepeats(JsonElement element, string path, List<ValidationError> errors)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                    ListRepeats(item, $"{path}[{index++}]", errors);
                break;
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    var memberPath = JsonPath.Member(path, member.Name);
                    if (!names.Add(member.Name))
                    {
                        errors.Add(new ValidationError(
                            memberPath, "The name stands twice in its object.", "unique member names"));
                    }

                    ListRepeats(member.Value, memberPath, errors);
                }

                break;
        }
    }
}
