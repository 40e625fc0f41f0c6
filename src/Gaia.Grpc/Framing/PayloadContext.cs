using System.Buffers;
using Grpc.Core;

namespace Gaia.Grpc.Framing;

/// <summary>Shows a received payload to a marshaller.</summary>
internal sealed class PayloadContext : DeserializationContext
{
    public ReadOnlySequence<byte> Payload { get; set; }

    /// <inheritdoc />
    public override int PayloadLength => checked((int)Payload.Length);

    /// <inheritdoc />
    public override byte[] PayloadAsNewBuffer() => Payload.ToArray();

    /// <inheritdoc />
    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => Payload;
}
