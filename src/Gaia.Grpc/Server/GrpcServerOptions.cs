using Gaia.Grpc.Compression;
using Gaia.Grpc.Framing;

namespace Gaia.Grpc.Server;

/// <summary>Limits and manners of a gRPC server.</summary>
public sealed record GrpcServerOptions
{
    /// <summary>Largest request message accepted, in bytes, as it travels and after decompression.</summary>
    /// <value>Default 4 MiB, as gRPC has it everywhere; 1 byte to 1 GiB. It bounds what one call can make the server
    /// hold; with <c>MaxStreamsPerConnection</c> of Kestrel it bounds a connection.</value>
    public int MaxReceiveMessageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest response message sent, in bytes before compression.</summary>
    /// <value>Default 4 MiB, so that a peer with the usual receive limit can take it; 1 byte to 1 GiB.</value>
    public int MaxSendMessageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest request metadata accepted, in bytes: names, values and 32 a field (RFC 9113, 10.5.1).</summary>
    /// <value>Default 8 KiB, which the gRPC specification suggests to servers; 256 bytes to 1 MiB. Kestrel's own
    /// <c>MaxRequestHeadersTotalSize</c> comes first.</value>
    public int MaxMetadataBytes { get; init; } = 8 * 1024;

    /// <summary>Longest status text sent, in bytes of UTF-8; the rest is cut off.</summary>
    /// <value>Default 1 KiB; 16 bytes to 64 KiB. Percent-encoding can treble it, and peers refuse large trailers.
    /// </value>
    public int MaxStatusDetailBytes { get; init; } = 1024;

    /// <summary>Encoding of responses to callers that accept it.</summary>
    /// <value>Default <see cref="GrpcEncoding.Identity"/>: genomes are noise and hardly shrink.</value>
    public GrpcEncoding ResponseEncoding { get; init; } = GrpcEncoding.Identity;

    /// <summary>Every setting out of range, with its key; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> errors = [];
        OptionRange.Check(errors, nameof(MaxReceiveMessageBytes), MaxReceiveMessageBytes, 1, 1 << 30);
        OptionRange.Check(errors, nameof(MaxSendMessageBytes), MaxSendMessageBytes, 1, 1 << 30);
        OptionRange.Check(errors, nameof(MaxMetadataBytes), MaxMetadataBytes, 256, 1 << 20);
        OptionRange.Check(errors, nameof(MaxStatusDetailBytes), MaxStatusDetailBytes, 16, 64 * 1024);
        if (!Enum.IsDefined(ResponseEncoding))
            errors.Add($"{nameof(ResponseEncoding)}: {ResponseEncoding} is unknown.");
        return errors;
    }
}
