using System.Runtime.InteropServices;
using Gaia.Protocol.Limits;
using Gaia.Protocol.Rejections;
using Google.Protobuf;

namespace Gaia.Protocol.Parsing;

/// <summary>Reads protobuf bytes of a stranger: size first, bounded depth, unknown fields dropped, never
/// throws.</summary>
internal static class WireReader
{
    public static Decoded<T> Read<T>(MessageParser<T> parser, ReadOnlyMemory<byte> bytes, int maximumBytes)
        where T : class, IMessage<T>
    {
        if (bytes.Length > maximumBytes)
        {
            return Decoded<T>.Reject(
                RejectionReason.TooLarge, $"{bytes.Length} bytes, and {maximumBytes} are allowed here.");
        }

        // The reader that bounds the depth reads streams; the segment is the array that the transport received.
        using var stream = MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array
            ? new MemoryStream(array, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        using var input = CodedInputStream.CreateWithLimits(stream, maximumBytes + 1, WireLimits.ProtobufDepth);
        try
        {
            return parser.WithDiscardUnknownFields(true).ParseFrom(input);
        }
        catch (InvalidProtocolBufferException)
        {
            return Decoded<T>.Reject(RejectionReason.Malformed, $"Not a {typeof(T).Name} that can be read.");
        }
    }
}
