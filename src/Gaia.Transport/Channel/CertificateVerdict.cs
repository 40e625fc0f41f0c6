using System.Diagnostics.CodeAnalysis;

namespace Gaia.Transport.Channel;

/// <summary>What a certificate says about the other end.</summary>
/// <remarks>
/// Three outcomes. Accepted: a peer and no reason. Stranger: a reason and no peer; the handshake fails. Foreign: a peer
/// whose certificate is sound, but of another network or without a common protocol; the handshake is let through, so
/// that both ends can name the reason, and nothing else is.
/// </remarks>
internal sealed record CertificateVerdict
{
    private CertificateVerdict(ChannelPeer? peer, RefusalReason? reason, string text)
    {
        Peer = peer;
        Reason = reason;
        Text = text;
    }

    public ChannelPeer? Peer { get; }

    public RefusalReason? Reason { get; }

    public string Text { get; }

    [MemberNotNullWhen(true, nameof(Peer))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsAccepted => Reason is null;

    /// <summary>True where the TLS handshake may complete.</summary>
    [MemberNotNullWhen(true, nameof(Peer))]
    public bool CompletesHandshake => Peer is not null;

    public static CertificateVerdict Accept(ChannelPeer peer) => new(peer, null, "");

    public static CertificateVerdict Foreign(ChannelPeer peer, RefusalReason reason, string text) =>
        new(peer, reason, text);

    public static CertificateVerdict Refuse(RefusalReason reason, string text) => new(null, reason, text);
}
