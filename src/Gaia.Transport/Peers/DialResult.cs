using System.Diagnostics.CodeAnalysis;
using Gaia.Overlay.Links;

namespace Gaia.Transport.Peers;

/// <summary>A link, or the step at which dialling failed.</summary>
public sealed record DialResult
{
    private DialResult(PeerLink? link, DialStep step, PeerFailure? failure)
    {
        Link = link;
        Step = step;
        Failure = failure;
    }

    /// <summary>The link, of which the handler has heard already; null where dialling failed.</summary>
    public PeerLink? Link { get; }

    /// <summary>Where it failed; means nothing where it succeeded.</summary>
    public DialStep Step { get; }

    /// <summary>Why it failed; null where it succeeded.</summary>
    public PeerFailure? Failure { get; }

    /// <summary>True where the link stands.</summary>
    [MemberNotNullWhen(true, nameof(Link))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Link is not null;

    internal static DialResult Connected(PeerLink link) => new(link, DialStep.Hello, null);

    internal static DialResult Failed(DialStep step, PeerFailure failure) => new(null, step, failure);
}
