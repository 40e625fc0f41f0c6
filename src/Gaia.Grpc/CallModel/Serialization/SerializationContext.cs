using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller puts the bytes of one message.</summary>
/// <remarks>Either one call of <see cref="Complete(byte[])"/>, or <see cref="SetPayloadLength"/> (optional),
/// <see cref="GetBufferWriter"/>, and <see cref="Complete()"/> at the end.</remarks>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole payload and ends the message.</summary>
    public virtual void Complete(byte[] payload) => throw new NotSupportedException();

    /// <summary>Writer for the payload.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotSupportedException();

    /// <summary>Announces the payload's length in bytes, before the first write.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends the message that went into <see cref="GetBufferWriter"/>.</summary>
    public virtual void Complete() => throw new NotSupportedException();
}
