using Gaia.Overlay.Links;
using Gaia.Overlay.Peers;

namespace Gaia.Overlay.Bootstrap;

/// <summary>What became of one bootstrap address.</summary>
/// <param name="Address">The address as given.</param>
/// <param name="Attempts">Dial attempts since the last link that lasted.</param>
/// <param name="FailedStep">Where the last attempt ended; null where none has failed.</param>
/// <param name="LastError">What the last failure said; null where none has failed.</param>
/// <param name="NextAttempt">When it is dialled again; null while it is linked or being dialled.</param>
public sealed record BootstrapTarget(
    PeerAddress Address,
    int Attempts,
    DialStep? FailedStep,
    string? LastError,
    DateTimeOffset? NextAttempt);
