using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gaia.Core.Results;

namespace Gaia.Core.Json;

/// <summary>One pass over a tree of nodes that writes its canonical form.</summary>
internal sealed class NodeCanonicalizer(int maxDepth)
{
    private readonly CanonicalWriter _writer = new();
    private readonly JsonPlace _place = new();
    private ValidationError? _error;

    public Result<byte[]> Run(JsonNode? node)
    {
        try
        {
            if (TryWrite(node, 1))
                return Result<byte[]>.Ok(_writer.ToArray());
        }
        catch (ArgumentException)
        {
            // A tree parsed from text is unfolded only when it is walked; a duplicate name shows then.
            _error = CanonicalFailure.Duplicate(_place.ToString(), "");
        }
        catch (InvalidOperationException)
        {
            _error = CanonicalFailure.Text(_place.ToString(), "");
        }

        return Result<byte[]>.Invalid(_error!);
    }

    private bool TryWrite(JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                _writer.Put("null"u8);
                return true;
            case JsonObject or JsonArray when depth > maxDepth:
                return Fail(CanonicalFailure.TooDeep(_place.ToString(), "", maxDepth));
            case JsonObject value:
                return TryWriteObject(value, depth);
            case JsonArray value:
                return TryWriteArray(value, depth);
            default:
                return TryWriteLeaf(node.AsValue());
        }
    }

    private bool TryWriteObject(JsonObject node, int depth)
    {
        _writer.Put((byte)'{');
        var start = _writer.Length;
        var members = new List<CanonicalMember>(node.Count);
        foreach (var (name, value) in node)
        {
            _place.Enter(name);
            var memberStart = _writer.Length;
            if (!TryWriteText(name))
                return false;
            _writer.Put((byte)':');
            if (!TryWrite(value, depth + 1))
                return false;
            members.Add(new CanonicalMember(name, memberStart, _writer.Length - memberStart));
            _place.Leave();
        }

        _writer.OrderMembers(start, members);
        _writer.Put((byte)'}');
        return true;
    }

    private bool TryWriteArray(JsonArray node, int depth)
    {
        _writer.Put((byte)'[');
        for (var index = 0; index < node.Count; index++)
        {
            if (index > 0)
                _writer.Put((byte)',');
            _place.Enter(index);
            if (!TryWrite(node[index], depth + 1))
                return false;
            _place.Leave();
        }

        _writer.Put((byte)']');
        return true;
    }

    private bool TryWriteLeaf(JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                _writer.Put("true"u8);
                return true;
            case JsonValueKind.False:
                _writer.Put("false"u8);
                return true;
            case JsonValueKind.Null:
                _writer.Put("null"u8);
                return true;
            case JsonValueKind.String:
                return value.TryGetValue<string>(out var text)
                    ? TryWriteText(text)
                    : TryWriteText(value.Deserialize<string>() ?? "");
            case JsonValueKind.Number:
                return (TryGetNumber(value, out var number) && _writer.TryPutNumber(number))
                    || Fail(CanonicalFailure.Number(_place.ToString(), ""));
            default:
                return Fail(CanonicalFailure.Kind(_place.ToString()));
        }
    }

    private static bool TryGetNumber(JsonValue value, out double number)
    {
        if (value.TryGetValue(out number))
            return true;
        if (value.TryGetValue<float>(out var single) && !float.IsFinite(single))
            return false;

        // Integers, decimals and floats, by the digits that they print: 0.1f is 0.1, not the double next to it.
        return double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private bool TryWriteText(string text) =>
        _writer.TryPutString(text) || Fail(CanonicalFailure.Text(_place.ToString(), ""));

    private bool Fail(ValidationError error)
    {
        _error = error;
        return false;
    }
}
