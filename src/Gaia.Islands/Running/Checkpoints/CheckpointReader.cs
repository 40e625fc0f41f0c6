using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gaia.Core.Identity;

namespace Gaia.Islands.Running.Checkpoints;

/// <summary>Reads what <see cref="CheckpointWriter"/> wrote.</summary>
/// <remarks>A read beyond the end, or of a length that cannot be, makes the reader faulty and gives zeros from then on,
/// so that one look at <see cref="IsSound"/> at the end decides.</remarks>
internal ref struct CheckpointReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>A reader at the beginning.</summary>
    /// <param name="bytes">With the digest at the end.</param>
    internal CheckpointReader(ReadOnlySpan<byte> bytes)
    {
        IsSound = bytes.Length >= SHA256.HashSizeInBytes
            && SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan()
                .SequenceEqual(bytes[^SHA256.HashSizeInBytes..]);
        _rest = IsSound ? bytes[..^SHA256.HashSizeInBytes] : [];
    }

    /// <summary>True while digest and every length were right.</summary>
    internal bool IsSound { get; private set; }

    internal readonly bool IsAtEnd => _rest.IsEmpty;

    internal int ReadInt32() =>
        Take(sizeof(int)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;

    internal long ReadInt64() =>
        Take(sizeof(long)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;

    internal double ReadDouble() => BitConverter.Int64BitsToDouble(ReadInt64());

    internal Hash256 ReadHash() =>
        Take(Hash256.ByteLength) is { IsEmpty: false } bytes ? Hash256.FromBytes(bytes) : default;

    internal Hash256? ReadOptionalHash() => ReadBoolean() ? ReadHash() : null;

    internal bool ReadBoolean() => ReadCount(1) == 1;

    internal string ReadText() => Encoding.UTF8.GetString(ReadBytes());

    internal ReadOnlySpan<byte> ReadBytes() => Take(ReadInt32());

    internal float[] ReadSingles()
    {
        var count = ReadCount(_rest.Length / sizeof(float));
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = BitConverter.Int32BitsToSingle(ReadInt32());
        return values;
    }

    /// <summary>A number of things that follow, 0 to a bound.</summary>
    internal int ReadCount(int maximum)
    {
        var count = ReadInt32();
        if (count >= 0 && count <= maximum)
            return count;
        IsSound = false;
        return 0;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (!IsSound || length < 0 || length > _rest.Length)
        {
            IsSound = false;
            return [];
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
