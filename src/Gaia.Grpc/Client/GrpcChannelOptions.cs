using Gaia.Grpc.Compression;
using Gaia.Grpc.Framing;

namespace Gaia.Grpc.Client;

/// <summary>Limits and manners of a gRPC channel.</summary>
public sealed record GrpcChannelOptions
{
    /// <summary>Largest response message accepted, in bytes, as it travels and after decompression.</summary>
    /// <value>Default 4 MiB, as gRPC has it everywhere; 1 byte to 1 GiB.</value>
    public int MaxReceiveMessageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest request message sent, in bytes before compression.</summary>
    /// <value>Default 4 MiB, so that a peer with the usual receive limit can take it; 1 byte to 1 GiB.</value>
    public int MaxSendMessageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest response header block and largest trailers accepted, in bytes: names, values and 32 a field
    /// (RFC 9113, 10.5.1).</summary>
    /// <value>Default 16 KiB, twice what a server accepts, since trailers may carry error details; 256 bytes to 1 MiB.
    /// </value>
    public int MaxMetadataBytes { get; init; } = 16 * 1024;

    /// <summary>Encoding of requests.</summary>
    /// <value>Default <see cref="GrpcEncoding.Identity"/>. A server that does not know gzip answers Unimplemented.
    /// </value>
    public GrpcEncoding RequestEncoding { get; init; } = GrpcEncoding.Identity;

    /// <summary>Value of the <c>user-agent</c> header.</summary>
    /// <value>Default <c>gaia-grpc</c>; printable ASCII.</value>
    public string UserAgent { get; init; } = "gaia-grpc";

    /// <summary>Dispose the invoker with the channel.</summary>
    /// <value>Default true.</value>
    public bool DisposeInvoker { get; init; } = true;

    /// <summary>Every setting out of range, with its key; empty when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> errors = [];
        OptionRange.Check(errors, nameof(MaxReceiveMessageBytes), MaxReceiveMessageBytes, 1, 1 << 30);
        OptionRange.Check(errors, nameof(MaxSendMessageBytes), MaxSendMessageBytes, 1, 1 << 30);
        OptionRange.Check(errors, nameof(MaxMetadataBytes), MaxMetadataBytes, 256, 1 << 20);
        if (!Enum.IsDefined(RequestEncoding))
            errors.Add($"{nameof(RequestEncoding)}: {RequestEncoding} is unknown.");
        if (string.IsNullOrEmpty(UserAgent) || !Headers.MetadataRules.IsTextValue(UserAgent))
            errors.Add($"{nameof(UserAgent)}: must be printable ASCII.");
        return errors;
    }
}
