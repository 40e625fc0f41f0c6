using Gaia.Protocol.Wire;

namespace Gaia.Transport.Links;

/// <summary>The two directions of a link's call, whichever end dialled.</summary>
internal interface ILinkStream
{
    /// <summary>The next frame; null where the other end has closed its direction.</summary>
    Task<LinkFrame?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Sends a frame; done when it is on its way. One call at a time.</summary>
    Task WriteAsync(LinkFrame frame, CancellationToken cancellationToken);

    /// <summary>Closes this end's direction.</summary>
    Task CompleteAsync();
}
