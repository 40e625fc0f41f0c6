using System.Buffers;
using System.Text;

namespace Gaia.Core.Json;

/// <summary>The bytes of canonical JSON: leaves as they come, objects put in order when they end.</summary>
internal sealed class CanonicalWriter
{
    private const int InitialBytes = 256;

    private byte[] _bytes = new byte[InitialBytes];

    public int Length { get; private set; }

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();

    public void Put(byte character)
    {
        Reserve(1);
        _bytes[Length++] = character;
    }

    public void Put(ReadOnlySpan<byte> characters)
    {
        Reserve(characters.Length);
        characters.CopyTo(_bytes.AsSpan(Length));
        Length += characters.Length;
    }

    /// <summary>False, and nothing written, for a number that JSON does not have.</summary>
    public bool TryPutNumber(double value)
    {
        if (!double.IsFinite(value))
            return false;
        Reserve(EcmaScriptNumber.MaxBytes);
        Length += EcmaScriptNumber.Format(value, _bytes.AsSpan(Length));
        return true;
    }

    /// <summary>False for a lone surrogate: such text has no UTF-8.</summary>
    public bool TryPutString(ReadOnlySpan<char> text)
    {
        Put((byte)'"');
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var consumed) != OperationStatus.Done)
                return false;
            PutRune(rune);
            text = text[consumed..];
        }

        Put((byte)'"');
        return true;
    }

    /// <summary>Puts the members that were written from <paramref name="start"/> on into the order of their names, with
    /// commas between.</summary>
    public void OrderMembers(int start, List<CanonicalMember> members)
    {
        members.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var length = Length - start;
        var copy = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        try
        {
            _bytes.AsSpan(start, length).CopyTo(copy);
            Length = start;
            for (var i = 0; i < members.Count; i++)
            {
                if (i > 0)
                    Put((byte)',');
                Put(copy.AsSpan(members[i].Start - start, members[i].Length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private void PutRune(Rune rune)
    {
        switch (rune.Value)
        {
            case '"':
                Put("\\\""u8);
                break;
            case '\\':
                Put("\\\\"u8);
                break;
            case '\b':
                Put("\\b"u8);
                break;
            case '\t':
                Put("\\t"u8);
                break;
            case '\n':
                Put("\\n"u8);
                break;
            case '\f':
                Put("\\f"u8);
                break;
            case '\r':
                Put("\\r"u8);
                break;
            case < 0x20:
                Put("\\u00"u8);
                Put((byte)('0' + (rune.Value >> 4)));
                Put("0123456789abcdef"u8[rune.Value & 15]);
                break;
            default:
                Reserve(4);
                Length += rune.EncodeToUtf8(_bytes.AsSpan(Length));
                break;
        }
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
    }
}
