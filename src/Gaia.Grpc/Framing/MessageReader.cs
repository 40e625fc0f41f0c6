using System.Buffers;
using System.IO.Pipelines;
using Gaia.Grpc.Compression;
using Grpc.Core;

namespace Gaia.Grpc.Framing;

/// <summary>Reads one message after the other from a peer's byte stream.</summary>
/// <remarks>
/// Nothing is buffered beyond one message of the permitted size: what is not asked for stays under HTTP/2 flow control.
/// One reader at a time.
/// </remarks>
/// <param name="pipe">The peer's bytes.</param>
/// <param name="gzip">The peer announced gzip: frames may be compressed.</param>
/// <param name="maxPayloadBytes">Limit on a payload, as it travels and after decompression.</param>
internal sealed class MessageReader(PipeReader pipe, bool gzip, int maxPayloadBytes)
{
    private readonly PayloadContext _context = new();

    /// <summary>Waits for a message.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The stream broke; its owner knows what that means.</exception>
    public async ValueTask<ReadOutcome<T>> ReadAsync<T>(
        Func<DeserializationContext, T> deserializer,
        CancellationToken cancellationToken)
        where T : class
    {
        while (true)
        {
            ReadResult read = await pipe.ReadAsync(cancellationToken);
            if (read.IsCanceled)
                throw new OperationCanceledException(cancellationToken);
            ReadOnlySequence<byte> rest = read.Buffer;
            FrameVerdict verdict =
                FrameFormat.TryRead(ref rest, maxPayloadBytes, out bool compressed, out ReadOnlySequence<byte> payload);
            switch (verdict)
            {
                case FrameVerdict.Message:
                    ReadOutcome<T> outcome = Decode(deserializer, compressed, payload);
                    pipe.AdvanceTo(rest.Start);
                    return outcome;
                case FrameVerdict.TooLarge:
                    pipe.AdvanceTo(rest.Start);
                    return TooLarge<T>();
                case FrameVerdict.BadFlag:
                    pipe.AdvanceTo(rest.Start);
                    return ReadOutcome<T>.Fail(StatusCode.Internal, "A message frame has an unknown flag.");
            }

            bool empty = rest.IsEmpty;
            pipe.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted)
            {
                return empty
                    ? ReadOutcome<T>.End
                    : ReadOutcome<T>.Fail(StatusCode.Internal, "The stream ended inside a message.");
            }
        }
    }

    /// <summary>Gives the pipe's memory back.</summary>
    public void Complete() => pipe.Complete();

    private ReadOutcome<T> Decode<T>(
        Func<DeserializationContext, T> deserializer,
        bool compressed,
        in ReadOnlySequence<byte> payload)
        where T : class
    {
        if (!compressed)
            return Deserialize(deserializer, payload);
        if (!gzip)
        {
            return ReadOutcome<T>.Fail(
                StatusCode.Internal,
                "A message is compressed, but the peer announced no encoding.");
        }

        using var plain = new PooledBuffer();
        return GzipCodec.Decompress(payload, maxPayloadBytes, plain) switch
        {
            GzipVerdict.Done => Deserialize(deserializer, new ReadOnlySequence<byte>(plain.Written)),
            GzipVerdict.TooLarge => TooLarge<T>(),
            _ => ReadOutcome<T>.Fail(StatusCode.Internal, "A compressed message is not valid gzip."),
        };
    }

    private ReadOutcome<T> Deserialize<T>(
        Func<DeserializationContext, T> deserializer,
        in ReadOnlySequence<byte> payload)
        where T : class
    {
        _context.Payload = payload;
        try
        {
            T message = deserializer(_context);
            return message is null
                ? ReadOutcome<T>.Fail(StatusCode.Internal, "A message could not be parsed.")
                : ReadOutcome<T>.Of(message);
        }
        catch (Exception failure)
        {
            // Whatever a parser throws at hostile bytes, the outcome is the same: this message is refused.
            return ReadOutcome<T>.Fail(StatusCode.Internal, "A message could not be parsed.", failure);
        }
        finally
        {
            _context.Payload = default;
        }
    }

    private ReadOutcome<T> TooLarge<T>()
        where T : class =>
        ReadOutcome<T>.Fail(
            StatusCode.ResourceExhausted,
            $"A message is over the receive limit of {maxPayloadBytes} bytes.");
}
