using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Gaia.Core.Identity;

namespace Gaia.Islands.Running.Checkpoints;

/// <summary>Writes numbers least significant byte first, texts and arrays after their length, a digest at the
/// end.</summary>
internal sealed class CheckpointWriter
{
    private readonly ArrayBufferWriter<byte> _body = new();

    internal void Write(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _body.Write(bytes);
    }

    internal void Write(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _body.Write(bytes);
    }

    internal void Write(double value) => Write(BitConverter.DoubleToInt64Bits(value));

    internal void Write(Hash256 value)
    {
        Span<byte> bytes = stackalloc byte[Hash256.ByteLength];
        value.CopyTo(bytes);
        _body.Write(bytes);
    }

    internal void Write(string value) => Write(Encoding.UTF8.GetBytes(value));

    internal void Write(ReadOnlySpan<byte> value)
    {
        Write(value.Length);
        _body.Write(value);
    }

    internal void Write(ReadOnlySpan<float> values)
    {
        Write(values.Length);
        foreach (var bits in MemoryMarshal.Cast<float, int>(values))
            Write(bits);
    }

    internal void Write(Hash256? value)
    {
        Write(value is null ? 0 : 1);
        if (value is { } present)
            Write(present);
    }

    internal byte[] Finish()
    {
        var digest = SHA256.HashData(_body.WrittenSpan);
        return [.. _body.WrittenSpan, .. digest];
    }
}
