namespace Gaia.Protocol.Limits;

/// <summary>Bounds of the protocol itself: a node that exceeds them is refused by every other node.</summary>
/// <remarks>swarm.md sections 2, 6, 7 and 9. Limits that one node may choose for itself are options of the
/// transport.</remarks>
public static class WireLimits
{
    /// <summary>Content of one message, in bytes: 64 KiB.</summary>
    public const int ContentBytes = 64 * 1024;

    /// <summary>One message on the wire, in bytes: its content and 1 KiB for frame and field headers.</summary>
    public const int MessageBytes = ContentBytes + 1024;

    /// <summary>One message of a stream of chunks, in bytes: 256 KiB.</summary>
    public const int ChunkMessageBytes = 256 * 1024;

    /// <summary>Genome bytes in one chunk: whole float32 values, with room for the header beside them.</summary>
    public const int ChunkDataBytes = ChunkMessageBytes - 2048;

    /// <summary>Deepest nesting of protobuf messages.</summary>
    public const int ProtobufDepth = 16;

    /// <summary>A signed elite announcement with its envelope, in bytes.</summary>
    public const int AnnouncementBytes = 320;

    /// <summary>Parents of an elite.</summary>
    public const int Parents = 2;

    /// <summary>Records in one answer to FindNode.</summary>
    public const int FoundRecords = 20;

    /// <summary>Ids in one list of tasks.</summary>
    public const int ListedTasks = 256;

    /// <summary>Task ids in an inventory.</summary>
    public const int InventoryTasks = 64;

    /// <summary>Announcements in an inventory: 128 of 320 bytes are 40 KiB.</summary>
    public const int InventoryAnnouncements = 128;

    /// <summary>Largest genome, in float32 parameters: 4 MiB.</summary>
    public const int GenomeParameters = 1024 * 1024;

    /// <summary>Name of an optimiser or operator, in bytes.</summary>
    public const int NameBytes = 64;

    /// <summary>Text of a farewell, in characters.</summary>
    public const int ByeTextLength = 256;
}
