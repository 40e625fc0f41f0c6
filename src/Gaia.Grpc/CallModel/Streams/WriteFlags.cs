namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>Compressed as the call says, flushed at once.</summary>
    None = 0,

    /// <summary>May wait for the next message before it leaves.</summary>
    BufferHint = 1,

    /// <summary>Not compressed, though the call is.</summary>
    NoCompress = 2,
}
