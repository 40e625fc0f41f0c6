using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gaia.Optimizers.Snapshots;

/// <summary>Writes an optimiser's state: little-endian, no lengths beyond those its reader knows, SHA-256 at the end.
/// </summary>
internal sealed class StateWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public void WriteBoolean(bool value) => WriteInt32(value ? 1 : 0);

    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    public void WriteInt64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_buffer.GetSpan(sizeof(long)), value);
        _buffer.Advance(sizeof(long));
    }

    public void WriteDouble(double value) => WriteInt64(BitConverter.DoubleToInt64Bits(value));

    public void WriteDoubles(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            WriteDouble(value);
    }

    public void WriteSingles(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
            WriteInt32(BitConverter.SingleToInt32Bits(value));
    }

    /// <summary>Text of at most <see cref="StateReader.MaximumTextLength"/> UTF-16 units, its length first.</summary>
    public void WriteText(string text)
    {
        var length = Math.Min(text.Length, StateReader.MaximumTextLength);
        WriteInt32(length);
        for (var i = 0; i < length; i++)
            WriteInt32(text[i]);
    }

    /// <summary>All that was written, and its hash.</summary>
    public byte[] Finish()
    {
        var state = new byte[_buffer.WrittenCount + SHA256.HashSizeInBytes];
        _buffer.WrittenSpan.CopyTo(state);
        SHA256.HashData(_buffer.WrittenSpan, state.AsSpan(_buffer.WrittenCount));
        return state;
    }
}
