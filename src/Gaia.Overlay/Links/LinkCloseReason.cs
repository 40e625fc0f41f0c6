namespace Gaia.Overlay.Links;

/// <summary>Why this node closes a link.</summary>
public enum LinkCloseReason
{
    /// <summary>The node shuts down.</summary>
    Stopping = 0,

    /// <summary>Two links joined the same two nodes; the other one stays.</summary>
    Duplicate,

    /// <summary>The node dialled itself.</summary>
    Self,

    /// <summary>No room for another active peer.</summary>
    Full,

    /// <summary>Room was made for a node that had no peer at all.</summary>
    Displaced,

    /// <summary>The peer's record breaks a rule.</summary>
    BadRecord,

    /// <summary>The peer's score fell below the threshold.</summary>
    Misbehaved,
}
