namespace Gaia.Overlay.Broadcast;

/// <summary>What a broadcast message carries.</summary>
public enum BroadcastKind
{
    /// <summary>Nothing known: never forwarded.</summary>
    Unknown = 0,

    /// <summary>A node offers an elite.</summary>
    EliteAnnounce = 1,

    /// <summary>A node publishes a task.</summary>
    TaskPublish = 2,
}
