namespace Gaia.Overlay.Scoring;

/// <summary>What a peer did wrong, by this node's own evidence.</summary>
public enum PeerOffence
{
    /// <summary>It sent a message or a record that does not hold.</summary>
    InvalidMessage = 0,

    /// <summary>It announced what it does not give.</summary>
    BrokenPromise,

    /// <summary>It announced a score that re-evaluation does not bear out.</summary>
    FalseScore,

    /// <summary>It sent faster than the limits allow.</summary>
    Flood,
}
