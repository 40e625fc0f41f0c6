using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Gaia.Grpc.Framing;

namespace Gaia.Grpc.Compression;

/// <summary>Gzip (RFC 1952) of whole messages.</summary>
/// <remarks>A message that inflates beyond the limit is given up at the limit, however much follows. The framework's
/// inflater takes the end of its input for the end of the stream, so a truncated message is told by the length in its
/// last four bytes. One member a message, as every gRPC library writes it; an empty message may also be no member at
/// all, as .NET's own deflater writes it.</remarks>
internal static class GzipCodec
{
    private const int FirstChunkBytes = 4096;
    private const int SmallestMemberBytes = 18;
    private const int LengthFieldBytes = 4;

    /// <summary>Appends the compressed form of a payload.</summary>
    public static void Compress(ReadOnlySpan<byte> payload, PooledBuffer destination)
    {
        using var sink = new BufferSinkStream(destination);
        using var gzip = new GZipStream(sink, CompressionLevel.Fastest);
        gzip.Write(payload);
    }

    /// <summary>Appends the plain form of a compressed payload.</summary>
    /// <param name="payload">One gzip member.</param>
    /// <param name="maxBytes">Limit on the plain form.</param>
    /// <param name="destination">Holds at most <paramref name="maxBytes"/> + 1 bytes afterwards.</param>
    public static GzipVerdict Decompress(in ReadOnlySequence<byte> payload, int maxBytes, PooledBuffer destination)
    {
        if (payload.IsEmpty)
            return GzipVerdict.Done;
        if (payload.Length < SmallestMemberBytes)
            return GzipVerdict.Malformed;
        using var source = new SequenceStream(payload);
        using var gzip = new GZipStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                int room = (int)Math.Min((long)maxBytes + 1 - destination.Length, int.MaxValue);
                if (room <= 0)
                    return GzipVerdict.TooLarge;
                Span<byte> span = destination.GetSpan(Math.Min(room, FirstChunkBytes));
                int read = gzip.Read(span[..Math.Min(span.Length, room)]);
                if (read == 0)
                {
                    return source.AtEnd && EndsWithLength(payload, destination.Length)
                        ? GzipVerdict.Done
                        : GzipVerdict.Malformed;
                }

                destination.Advance(read);
            }
        }
        catch (InvalidDataException)
        {
            return GzipVerdict.Malformed;
        }
    }

    private static bool EndsWithLength(in ReadOnlySequence<byte> payload, int length)
    {
        Span<byte> field = stackalloc byte[LengthFieldBytes];
        payload.Slice(payload.Length - LengthFieldBytes).CopyTo(field);
        return BinaryPrimitives.ReadUInt32LittleEndian(field) == (uint)length;
    }
}
