namespace Gaia.Overlay.Broadcast;

/// <summary>What the reader of a message says about it.</summary>
public enum MessageVerdict
{
    /// <summary>Valid: deliver and forward.</summary>
    Accept = 0,

    /// <summary>Nobody's fault (over a rate, not of interest, stale): neither delivered nor forwarded, nor held
    /// against the sender.</summary>
    Ignore,

    /// <summary>Malformed, forged or false: not forwarded, and counted against the sender.</summary>
    Reject,
}
