using Gaia.Core.Identity;
using Gaia.Protocol.Networks;

namespace Gaia.Transport.Channel;

/// <summary>Decides about the certificate of the other end: swarm.md section 1.</summary>
/// <param name="network">The network of this node.</param>
/// <param name="protocol">What this node speaks.</param>
/// <param name="time">The clock for validity.</param>
internal sealed class CertificateJudge(NetworkId network, ProtocolRange protocol, TimeProvider time)
{
    /// <summary>Longest validity of a certificate.</summary>
    public static readonly TimeSpan MaximumLifetime = TimeSpan.FromDays(30);

    /// <summary>How far two honest clocks may differ.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(10);

    /// <summary>Judges the one certificate of the other end.</summary>
    /// <param name="der">The certificate; null where there was none.</param>
    /// <param name="others">How many certificates came with it.</param>
    /// <param name="dialled">The node that was dialled; null at the end that was dialled.</param>
    public CertificateVerdict Judge(byte[]? der, int others, NodeId? dialled)
    {
        if (der is null)
            return Refuse(RefusalReason.NoCertificate, "no certificate was shown");
        if (others > 0)
            return Refuse(RefusalReason.ChainLength, $"{others + 1} certificates were shown, and one is allowed");
        if (ParsedCertificate.Read(der) is not { } certificate)
            return Refuse(RefusalReason.NotGaiaCertificate, "the certificate is not X.509 v3 of P-256");
        if (certificate.HasUnknownCritical)
            return Refuse(RefusalReason.CriticalExtension, "the certificate has an unknown critical extension");
        if (certificate.Identity is not { } content || IdentityExtension.Read(content) is not { } identity)
            return Refuse(RefusalReason.NotGaiaCertificate, "the certificate has no well-formed identity extension");
        if (!certificate.IsSelfSigned)
            return Refuse(RefusalReason.SelfSignature, "the certificate is not signed by its own key");
        if (Validity(certificate) is { } fault)
            return Refuse(RefusalReason.Validity, fault);
        if (!identity.Verifies(certificate.PublicKey.Span))
            return Refuse(RefusalReason.IdentitySignature, "the identity key did not sign the certificate");

        var peer = new ChannelPeer(NodeId.FromPublicKey(identity.Identity.Span), identity.Network, identity.Protocol);
        return JudgePeer(peer, dialled);
    }

    private CertificateVerdict JudgePeer(ChannelPeer peer, NodeId? dialled)
    {
        if (dialled is { } expected && expected != peer.Node)
        {
            return Refuse(RefusalReason.ForgedNodeId,
                $"dialled node {expected.Short}, but node {peer.Node.Short} answers");
        }

        if (peer.Network != network)
        {
            return CertificateVerdict.Foreign(peer, RefusalReason.WrongNetwork,
                $"wrong network: this node is of {network.Short}, node {peer.Node.Short} of {peer.Network.Short}");
        }

        return protocol.Overlaps(peer.Protocol)
            ? CertificateVerdict.Accept(peer)
            : CertificateVerdict.Foreign(peer, RefusalReason.WrongProtocol,
                $"no common protocol: this node speaks {protocol}, node {peer.Node.Short} speaks {peer.Protocol}");
    }

    private string? Validity(ParsedCertificate certificate)
    {
        var now = time.GetUtcNow();
        if (certificate.NotAfter - certificate.NotBefore > MaximumLifetime)
            return $"the certificate is valid for more than {MaximumLifetime.Days} days";
        if (now + ClockTolerance < certificate.NotBefore)
            return "the certificate is not valid yet; check the clocks of both machines";
        return now > certificate.NotAfter
            ? "the certificate has expired; check the clocks of both machines"
            : null;
    }

    private static CertificateVerdict Refuse(RefusalReason reason, string text) =>
        CertificateVerdict.Refuse(reason, text);
}
