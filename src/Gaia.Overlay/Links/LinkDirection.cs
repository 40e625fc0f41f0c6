namespace Gaia.Overlay.Links;

/// <summary>Who dialled.</summary>
public enum LinkDirection
{
    /// <summary>The other node.</summary>
    Inbound = 0,

    /// <summary>This node.</summary>
    Outbound = 1,
}
