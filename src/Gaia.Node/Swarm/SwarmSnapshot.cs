using Gaia.Overlay;

namespace Gaia.Node.Swarm;

/// <summary>What readers see of the overlay's loop.</summary>
/// <param name="Overlay">The overlay itself.</param>
/// <param name="AloneSince">When the node lost its last link, or started without one; null while a link stands.</param>
internal sealed record SwarmSnapshot(OverlaySnapshot Overlay, DateTimeOffset? AloneSince);
