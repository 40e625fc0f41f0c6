using Gaia.Core.Identity;

namespace Gaia.Overlay.Broadcast;

/// <summary>A message that waits for its verdict, and who has it already.</summary>
internal sealed record PendingMessage(BroadcastMessage Message, DateTimeOffset Deadline)
{
    /// <summary>Senders in the order they sent; the first one is the one that counts for delivery.</summary>
    public List<NodeId> Senders { get; } = [];
}
