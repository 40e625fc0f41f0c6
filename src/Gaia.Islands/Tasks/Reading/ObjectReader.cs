using System.Text.Json;
using Gaia.Core.Json;
using Gaia.Core.Results;

namespace Gaia.Islands.Tasks.Reading;

/// <summary>Reads the members of one object, collecting every fault with its path; what is absent takes its
/// default.</summary>
/// <remarks>
/// Each member is asked for once; <see cref="Finish"/> then refuses those that nobody asked for and says which there
/// are. A faulty member reads as its default, so that one pass finds all faults.
/// </remarks>
internal sealed class ObjectReader
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly List<string> _asked = [];
    private readonly List<ValidationError> _errors;
    private readonly bool _isReadable;

    internal ObjectReader(JsonElement? element, string path, List<ValidationError> errors)
    {
        Path = path;
        _errors = errors;
        _isReadable = element is null or { ValueKind: JsonValueKind.Object };
        if (!_isReadable)
        {
            Fault(path, "This is not an object.", "an object");
            return;
        }

        if (element is { } present)
        {
            foreach (var member in present.EnumerateObject())
                _members[member.Name] = member.Value;
        }
    }

    internal string Path { get; }

    /// <summary>Names of the object's members, in their order.</summary>
    internal IReadOnlyCollection<string> Names => _members.Keys;

    internal string PathOf(string name) => JsonPath.Member(Path, name);

    internal bool Has(string name) => _members.ContainsKey(name);

    internal void Fault(string path, string message, string allowed) =>
        _errors.Add(new ValidationError(path, message, allowed));

    /// <summary>The reader of a nested object; of an empty one where it is absent.</summary>
    internal ObjectReader Object(string name) =>
        new(Take(name, out var value) ? value : null, PathOf(name), _errors);

    /// <summary>The reader of an object that stands alone, such as an item of an array.</summary>
    internal ObjectReader Item(JsonElement item, string path) => new(item, path, _errors);

    /// <summary>The items of an array, or null where it is absent or faulty.</summary>
    internal IReadOnlyList<JsonElement>? Array(string name, int minimum, int maximum, string of)
    {
        if (!Take(name, out var value))
            return null;
        var allowed = $"an array of {minimum} to {maximum} {of}";
        if (value.ValueKind != JsonValueKind.Array)
            Fault(PathOf(name), "This is not an array.", allowed);
        else if (value.GetArrayLength() < minimum || value.GetArrayLength() > maximum)
            Fault(PathOf(name), $"The array has {value.GetArrayLength()} items.", allowed);
        else
            return [.. value.EnumerateArray()];
        return null;
    }

    /// <summary>A text; null where it is absent or no text. A required one that is absent is a fault.</summary>
    internal string? Text(string name, string allowed, bool required = false)
    {
        if (!Take(name, out var value))
        {
            if (required && _isReadable)
                Fault(PathOf(name), "This member is missing.", allowed);
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Fault(PathOf(name), "This is not a text.", allowed);
        return null;
    }

    /// <summary>One of a few texts.</summary>
    internal string Choice(string name, string otherwise, params ReadOnlySpan<string> choices)
    {
        var allowed = string.Join(", ", choices.ToArray());
        if (Text(name, allowed) is not { } text)
            return otherwise;
        if (choices.Contains(text))
            return text;
        Fault(PathOf(name), $"\"{JsonPath.Printable(text)}\" is unknown.", allowed);
        return otherwise;
    }

    /// <summary>A number from a closed range.</summary>
    internal double Number(string name, double otherwise, double minimum, double maximum)
    {
        var allowed = $"a number, {minimum} to {maximum}";
        return Take(name, out var value) && TryNumber(value, PathOf(name), allowed, minimum, maximum, out var number)
            ? number
            : otherwise;
    }

    /// <summary>A whole number from a closed range within plus or minus 2^53.</summary>
    internal long Integer(string name, long otherwise, long minimum, long maximum) =>
        Take(name, out var value) && TryInteger(value, PathOf(name), minimum, maximum, out var number)
            ? number
            : otherwise;

    /// <summary>A number that stands alone, such as an item of an array.</summary>
    internal bool TryNumber(
        JsonElement value, string path, string allowed, double minimum, double maximum, out double number)
    {
        number = 0;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out number) || !double.IsFinite(number))
            Fault(path, "This is not a finite number.", allowed);
        else if (number < minimum || number > maximum)
            Fault(path, $"{number} is out of range.", allowed);
        else
            return true;
        return false;
    }

    /// <summary>A whole number that stands alone. 3, 3.0 and 3e0 are the same number.</summary>
    internal bool TryInteger(JsonElement value, string path, long minimum, long maximum, out long number)
    {
        number = 0;
        var allowed = $"a whole number, {minimum} to {maximum}";
        if (!TryNumber(value, path, allowed, minimum, maximum, out var real))
            return false;
        number = (long)real;
        if (number == real)
            return true;
        Fault(path, $"{real} is not a whole number.", allowed);
        return false;
    }

    /// <summary>The value of a member that is free in name, such as a setting.</summary>
    internal JsonElement Member(string name)
    {
        _asked.Add(name);
        return _members[name];
    }

    /// <summary>Refuses what nobody asked for.</summary>
    internal void Finish(string? allowed = null)
    {
        foreach (var name in _members.Keys)
        {
            if (!_asked.Contains(name))
                Fault(PathOf(name), "This member is unknown.", allowed ?? string.Join(", ", _asked));
        }
    }

    private bool Take(string name, out JsonElement value)
    {
        _asked.Add(name);
        return _members.TryGetValue(name, out value);
    }
}
