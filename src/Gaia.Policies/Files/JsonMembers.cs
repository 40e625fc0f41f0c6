using System.Text.Json;

namespace Gaia.Policies.Files;

/// <summary>Members of a JSON object, held against the keys that are known.</summary>
internal static class JsonMembers
{
    private const int MaxShownLength = 32;

    /// <summary>Reads an object's members: missing, unknown and repeated keys are errors.</summary>
    /// <remarks>By walking, never by JsonElement.TryGetProperty, which throws where another key is no text (a lone
    /// surrogate).</remarks>
    /// <returns>False where the element is no object.</returns>
    public static bool TryRead(
        JsonElement element,
        string path,
        string[] required,
        string[] optional,
        PolicyErrors errors,
        out Dictionary<string, JsonElement> members,
        bool othersAreAllowed = false)
    {
        members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, $"is {Show(element)}", "an object");
            return false;
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property);
            var isKnown = required.Contains(name, StringComparer.Ordinal)
                || optional.Contains(name, StringComparer.Ordinal);
            if (!isKnown && othersAreAllowed)
                continue;
            if (!isKnown)
            {
                var known = string.Join(", ", [.. required, .. optional]);
                errors.Add(path + PolicyErrors.Member(name), "is unknown", known);
            }
            else if (!members.TryAdd(name, property.Value))
            {
                errors.Add(path + PolicyErrors.Member(name), "is given twice", "one value");
            }
        }

        foreach (var name in required)
        {
            if (!members.ContainsKey(name))
                errors.Add(path + PolicyErrors.Member(name), "is missing", "required");
        }

        return true;
    }

    /// <summary>The text of a string; null for anything else, and for escapes that are no text (lone surrogates).
    /// </summary>
    public static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value as it stands in the file, shortened.</summary>
    public static string Show(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return "an object";
            case JsonValueKind.Array:
                return "an array";
            default:
                var text = NonFiniteTokens.Unquote(element.GetRawText());
                return text.Length <= MaxShownLength ? text : text[..MaxShownLength] + "...";
        }
    }

    /// <summary>A member's name; a replacement character for escapes that are no text.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
