namespace Gaia.Grpc.Compression;

/// <summary>What came of a decompression.</summary>
internal enum GzipVerdict
{
    /// <summary>All of it was decompressed.</summary>
    Done,

    /// <summary>The content is over the limit; at most one byte more than the limit was produced.</summary>
    TooLarge,

    /// <summary>The bytes are no whole gzip stream.</summary>
    Malformed,
}
