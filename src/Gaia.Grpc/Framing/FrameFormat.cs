using System.Buffers;
using System.Buffers.Binary;

namespace Gaia.Grpc.Framing;

/// <summary>The frame around each message: one flag byte, four bytes of length (big endian), the payload.</summary>
/// <remarks>gRPC over HTTP/2, "Length-Prefixed-Message".</remarks>
internal static class FrameFormat
{
    public const int HeaderBytes = 5;

    /// <summary>Takes the first frame off a buffer.</summary>
    /// <param name="buffer">Received bytes; on <see cref="FrameVerdict.Message"/>, what follows the frame.</param>
    /// <param name="maxPayloadBytes">A longer payload is refused from its header, before it is buffered.</param>
    /// <param name="compressed">The frame's flag.</param>
    /// <param name="payload">The payload in place.</param>
    public static FrameVerdict TryRead(
        ref ReadOnlySequence<byte> buffer,
        int maxPayloadBytes,
        out bool compressed,
        out ReadOnlySequence<byte> payload)
    {
        compressed = false;
        payload = default;
        if (buffer.Length < HeaderBytes)
            return !buffer.IsEmpty && buffer.FirstSpan[0] > 1 ? FrameVerdict.BadFlag : FrameVerdict.Incomplete;
        Span<byte> header = stackalloc byte[HeaderBytes];
        buffer.Slice(0, HeaderBytes).CopyTo(header);
        if (header[0] > 1)
            return FrameVerdict.BadFlag;
        uint length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        if (length > (uint)maxPayloadBytes)
            return FrameVerdict.TooLarge;
        if (buffer.Length - HeaderBytes < length)
            return FrameVerdict.Incomplete;
        compressed = header[0] == 1;
        payload = buffer.Slice(HeaderBytes, length);
        buffer = buffer.Slice(payload.End);
        return FrameVerdict.Message;
    }

    /// <summary>Writes a frame's header.</summary>
    public static void WriteHeader(Span<byte> destination, bool compressed, int payloadBytes)
    {
        destination[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(destination[1..], (uint)payloadBytes);
    }
}
