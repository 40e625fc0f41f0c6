using Gaia.Protocol.Announcements;
using Gaia.Protocol.Tasks;

namespace Gaia.Protocol.Broadcasts;

/// <summary>What the body of a broadcast says, verified.</summary>
public abstract record BroadcastContent
{
    private BroadcastContent()
    {
    }

    /// <summary>A node offers an elite.</summary>
    public sealed record Announced(SignedAnnouncement Announcement) : BroadcastContent;

    /// <summary>A node publishes a task.</summary>
    public sealed record Published(SignedTask Task) : BroadcastContent;
}
