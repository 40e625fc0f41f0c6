using System.Buffers;
using Gaia.Grpc.Compression;
using Grpc.Core;

namespace Gaia.Grpc.Framing;

/// <summary>Turns messages into frames in pooled memory; one frame at a time, reused for a whole call.</summary>
/// <param name="maxPayloadBytes">A longer message is refused with <see cref="StatusCode.ResourceExhausted"/>.</param>
internal sealed class FrameWriter(int maxPayloadBytes) : SerializationContext, IDisposable
{
    private readonly PooledBuffer _plain = new();
    private PooledBuffer? _packed;
    private bool _complete;

    /// <summary>Frames a message.</summary>
    /// <param name="serializer">The message's marshaller.</param>
    /// <param name="message">The message.</param>
    /// <param name="gzip">Compress it; a message that does not shrink stays plain, which the flag byte tells.</param>
    /// <returns>The frame; valid until the next call or <see cref="Dispose"/>.</returns>
    /// <exception cref="RpcException">The message is over the limit, or its marshaller failed.</exception>
    public ReadOnlyMemory<byte> Frame<T>(Action<T, SerializationContext> serializer, T message, bool gzip)
    {
        _complete = false;
        Start(_plain);
        try
        {
            serializer(message, this);
        }
        catch (Exception failure) when (failure is not RpcException)
        {
            throw new RpcException(new Status(StatusCode.Internal, "A message could not be serialised.", failure));
        }

        if (!_complete)
            throw new RpcException(new Status(StatusCode.Internal, "A marshaller did not complete its message."));
        int length = _plain.Length - FrameFormat.HeaderBytes;
        Check(length);
        if (gzip && TryPack(length))
            return _packed!.Written;
        FrameFormat.WriteHeader(_plain.WrittenSpan, compressed: false, length);
        return _plain.Written;
    }

    /// <inheritdoc />
    public override void SetPayloadLength(int payloadLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(payloadLength);
        Check(payloadLength);
        _plain.GetSpan(payloadLength);
    }

    /// <inheritdoc />
    public override IBufferWriter<byte> GetBufferWriter() => _plain;

    /// <inheritdoc />
    public override void Complete() => _complete = true;

    /// <inheritdoc />
    public override void Complete(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        Check(payload.Length);
        _plain.Write(payload);
        _complete = true;
    }

    public void Dispose()
    {
        _plain.Dispose();
        _packed?.Dispose();
    }

    private static void Start(PooledBuffer buffer)
    {
        buffer.Clear();
        buffer.GetSpan(FrameFormat.HeaderBytes);
        buffer.Advance(FrameFormat.HeaderBytes);
    }

    private bool TryPack(int length)
    {
        Start(_packed ??= new PooledBuffer());
        GzipCodec.Compress(_plain.Written.Span[FrameFormat.HeaderBytes..], _packed);
        int packedLength = _packed.Length - FrameFormat.HeaderBytes;
        FrameFormat.WriteHeader(_packed.WrittenSpan, compressed: true, packedLength);
        return packedLength < length;
    }

    private void Check(int payloadLength)
    {
        if (payloadLength > maxPayloadBytes)
        {
            throw new RpcException(new Status(
                StatusCode.ResourceExhausted,
                $"A message of {payloadLength} bytes is over the send limit of {maxPayloadBytes} bytes."));
        }
    }
}
