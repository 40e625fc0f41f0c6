using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Transport.Links;

/// <summary>What two ends agreed on in their Hellos.</summary>
internal sealed record LinkTerms(
    NodeRecord Peer, LinkDirection Direction, PeerAddress? Dialled, bool Urgent, string Remote);
