namespace Gaia.Overlay.Links;

/// <summary>How far an attempt to reach a node came before it failed.</summary>
public enum DialStep
{
    /// <summary>The host name did not resolve, or TCP did not connect.</summary>
    Connecting = 0,

    /// <summary>TLS failed: wrong network, wrong identity, no common protocol, no TLS at all.</summary>
    Tls,

    /// <summary>The channel stands, but the exchange of node records failed.</summary>
    Hello,
}
