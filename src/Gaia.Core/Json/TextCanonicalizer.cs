using System.Text.Json;
using Gaia.Core.Results;

namespace Gaia.Core.Json;

/// <summary>One pass over JSON text that writes its canonical form.</summary>
internal sealed class TextCanonicalizer(int maxDepth)
{
    private readonly CanonicalWriter _writer = new();
    private readonly JsonPlace _place = new();
    private ValidationError? _error;

    public Result<byte[]> Run(ReadOnlySpan<byte> utf8)
    {
        // One level more than allowed: the limit is checked here, where the path is known.
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        try
        {
            if (reader.Read() && TryWrite(ref reader, 1))
            {
                // Whatever follows the value is an error, which the reader finds.
                reader.Read();
                return Result<byte[]>.Ok(_writer.ToArray());
            }
        }
        catch (JsonException)
        {
            _error = CanonicalFailure.Syntax(_place.ToString(), At(ref reader));
        }

        return Result<byte[]>.Invalid(_error ?? CanonicalFailure.Syntax(_place.ToString(), At(ref reader)));
    }

    private static string At(ref Utf8JsonReader reader) => $" (byte {reader.BytesConsumed})";

    private bool TryWrite(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return CheckDepth(ref reader, depth) && TryWriteObject(ref reader, depth);
            case JsonTokenType.StartArray:
                return CheckDepth(ref reader, depth) && TryWriteArray(ref reader, depth);
            case JsonTokenType.String:
                return TryReadText(ref reader, out var text) && TryWriteText(ref reader, text);
            case JsonTokenType.Number:
                return (reader.TryGetDouble(out var number) && _writer.TryPutNumber(number))
                    || Fail(CanonicalFailure.Number(_place.ToString(), At(ref reader)));
            case JsonTokenType.True:
                _writer.Put("true"u8);
                return true;
            case JsonTokenType.False:
                _writer.Put("false"u8);
                return true;
            case JsonTokenType.Null:
                _writer.Put("null"u8);
                return true;
            default:
                return Fail(CanonicalFailure.Syntax(_place.ToString(), At(ref reader)));
        }
    }

    private bool TryWriteObject(ref Utf8JsonReader reader, int depth)
    {
        _writer.Put((byte)'{');
        var start = _writer.Length;
        var members = new List<CanonicalMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadText(ref reader, out var name))
                return false;
            _place.Enter(name);
            if (!names.Add(name))
                return Fail(CanonicalFailure.Duplicate(_place.ToString(), At(ref reader)));

            var memberStart = _writer.Length;
            if (!TryWriteText(ref reader, name))
                return false;
            _writer.Put((byte)':');
            if (!reader.Read() || !TryWrite(ref reader, depth + 1))
                return false;
            members.Add(new CanonicalMember(name, memberStart, _writer.Length - memberStart));
            _place.Leave();
        }

        _writer.OrderMembers(start, members);
        _writer.Put((byte)'}');
        return true;
    }

    private bool TryWriteArray(ref Utf8JsonReader reader, int depth)
    {
        _writer.Put((byte)'[');
        for (var index = 0; ; index++)
        {
            // Entered before it is read, so that a syntax error names the element in which it stands.
            _place.Enter(index);
            if (!reader.Read())
                return false;
            if (reader.TokenType == JsonTokenType.EndArray)
                break;
            if (index > 0)
                _writer.Put((byte)',');
            if (!TryWrite(ref reader, depth + 1))
                return false;
            _place.Leave();
        }

        _place.Leave();
        _writer.Put((byte)']');
        return true;
    }

    private bool TryWriteText(ref Utf8JsonReader reader, string text) =>
        _writer.TryPutString(text) || Fail(CanonicalFailure.Text(_place.ToString(), At(ref reader)));

    private bool TryReadText(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say: invalid UTF-8, or an escaped surrogate without its other half.
            text = "";
            return Fail(CanonicalFailure.Text(_place.ToString(), At(ref reader)));
        }
    }

    private bool CheckDepth(ref Utf8JsonReader reader, int depth) =>
        depth <= maxDepth || Fail(CanonicalFailure.TooDeep(_place.ToString(), At(ref reader), maxDepth));

    private bool Fail(ValidationError error)
    {
        _error = error;
        return false;
    }
}
