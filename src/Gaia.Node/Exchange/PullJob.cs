using Gaia.Core.Identity;
using Gaia.Protocol.Announcements;

namespace Gaia.Node.Exchange;

/// <summary>Something to fetch from a peer.</summary>
/// <param name="From">The neighbour that told of it.</param>
internal abstract record PullJob(NodeId From)
{
    /// <summary>The body of an announced elite.</summary>
    /// <param name="Announcement">What was announced, with its proof.</param>
    /// <param name="From">The neighbour that told of it.</param>
    /// <param name="ByInventory">It came by an inventory: nobody else on this side may have heard of it.</param>
    public sealed record OfElite(SignedAnnouncement Announcement, NodeId From, bool ByInventory) : PullJob(From);

    /// <summary>A task.</summary>
    public sealed record OfTask(TaskId Task, NodeId From) : PullJob(From);
}
