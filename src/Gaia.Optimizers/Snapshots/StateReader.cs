using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gaia.Optimizers.Snapshots;

/// <summary>Reads what <see cref="StateWriter"/> wrote. Nothing throws: one bad value makes the whole reading fail.
/// </summary>
internal ref struct StateReader
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int MaximumTextLength = 512;

    private ReadOnlySpan<byte> _rest;

    /// <summary>Checks the hash.</summary>
    public StateReader(ReadOnlySpan<byte> state)
    {
        if (state.Length < SHA256.HashSizeInBytes)
            return;
        var content = state[..^SHA256.HashSizeInBytes];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        Succeeded = hash.SequenceEqual(state[^SHA256.HashSizeInBytes..]);
        _rest = content;
    }

    /// <summary>True while the hash and every value were as they must be.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>True where nothing is left.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly int BytesLeft => _rest.Length;

    public void Require(bool condition) => Succeeded &= condition;

    public int ReadInt32(int minimum, int maximum)
    {
        var value = 0;
        if (Take(sizeof(int), out var bytes))
            value = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        Require(value >= minimum && value <= maximum);
        return Math.Clamp(value, minimum, maximum);
    }

    public bool ReadBoolean() => ReadInt32(0, 1) == 1;

    public long ReadInt64(long minimum, long maximum)
    {
        var value = Take(sizeof(long), out var bytes) ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        Require(value >= minimum && value <= maximum);
        return Math.Clamp(value, minimum, maximum);
    }

    public double ReadDouble(double minimum, double maximum)
    {
        var bits = Take(sizeof(long), out var bytes) ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;
        var value = BitConverter.Int64BitsToDouble(bits);
        var fits = value >= minimum && value <= maximum;
        Require(fits);
        return fits ? value : minimum;
    }

    /// <summary>Values of at most a magnitude.</summary>
    public void ReadDoubles(Span<double> values, double magnitude)
    {
        for (var i = 0; i < values.Length && Succeeded; i++)
            values[i] = ReadDouble(-magnitude, magnitude);
    }

    /// <summary>Finite values.</summary>
    public void ReadSingles(Span<float> values)
    {
        for (var i = 0; i < values.Length && Succeeded; i++)
        {
            values[i] = BitConverter.Int32BitsToSingle(ReadInt32(int.MinValue, int.MaxValue));
            Require(float.IsFinite(values[i]));
        }
    }

    public string ReadText()
    {
        var length = ReadInt32(0, MaximumTextLength);
        Span<char> text = stackalloc char[MaximumTextLength];
        for (var i = 0; i < length && Succeeded; i++)
            text[i] = (char)ReadInt32(0, char.MaxValue);
        return Succeeded ? new string(text[..length]) : "";
    }

    private bool Take(int count, out ReadOnlySpan<byte> bytes)
    {
        Require(_rest.Length >= count);
        if (!Succeeded)
        {
            bytes = default;
            return false;
        }

        bytes = _rest[..count];
        _rest = _rest[count..];
        return true;
    }
}
