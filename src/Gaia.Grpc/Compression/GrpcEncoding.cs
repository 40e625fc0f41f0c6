namespace Gaia.Grpc.Compression;

/// <summary>How messages are compressed on their way.</summary>
public enum GrpcEncoding
{
    /// <summary>Not at all.</summary>
    Identity = 0,

    /// <summary>Each message by itself, RFC 1952.</summary>
    Gzip = 1,
}
