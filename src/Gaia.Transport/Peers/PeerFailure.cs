using Gaia.Overlay.Links;
using Gaia.Protocol.Rejections;

namespace Gaia.Transport.Peers;

/// <summary>Why a dial or a call to a peer came to nothing: expected, never thrown.</summary>
/// <param name="Reason">For programs.</param>
/// <param name="Text">For people: one line.</param>
/// <param name="Step">How far the connection came; null where it stood and the call failed.</param>
/// <param name="Rejection">What was wrong with the answer; null unless <see cref="PeerFailureReason.BadAnswer"/>, or a
/// Hello that was refused.</param>
public sealed record PeerFailure(
    PeerFailureReason Reason, string Text, DialStep? Step = null, Rejection? Rejection = null);
