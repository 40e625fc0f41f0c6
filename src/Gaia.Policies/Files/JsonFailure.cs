using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gaia.Policies.Files;

/// <summary>Finds the JSON path at which a text stops being JSON.</summary>
internal static class JsonFailure
{
    /// <summary>Path of the value or key being read when the reader fails; "$" for a well-formed text.</summary>
    public static string PathOf(ReadOnlySpan<byte> utf8, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(utf8, options);
        var places = new Stack<Place>();
        try
        {
            while (reader.Read())
                Follow(ref reader, places);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A comma was read but no value: the failing element is the next one.
            if (places.TryPeek(out var top) && top.Name is null)
                top.Index++;
        }

        var path = new StringBuilder("$");
        foreach (var place in places.Reverse())
            path.Append(place.Name ?? $"[{Math.Max(place.Index, 0).ToString(CultureInfo.InvariantCulture)}]");
        return path.ToString();
    }

    private static void Follow(ref Utf8JsonReader reader, Stack<Place> places)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                places.Peek().Name = PolicyErrors.Member(reader.GetString()!);
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                places.Pop();
                return;
        }

        if (places.TryPeek(out var parent) && parent.IsArray)
            parent.Index++;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            places.Push(new Place(reader.TokenType == JsonTokenType.StartArray));
    }

    private sealed class Place(bool isArray)
    {
        public bool IsArray { get; } = isArray;

        public string? Name { get; set; } = isArray ? null : string.Empty;

        public int Index { get; set; } = -1;
    }
}
