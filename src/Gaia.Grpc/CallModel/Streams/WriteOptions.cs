namespace Grpc.Core;

/// <summary>How messages are written.</summary>
/// <param name="flags">Flags for the following messages.</param>
public sealed class WriteOptions(WriteFlags flags = WriteFlags.None)
{
    /// <summary>No flags.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Flags for the following messages.</summary>
    public WriteFlags Flags { get; } = flags;
}
