using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Gaia.Core.Identity;

namespace Gaia.Transport.Channel;

/// <summary>The TLS of this protocol: 1.3 only, both ends show a certificate, HTTP/2, no resumption.</summary>
/// <param name="issuer">This node's certificate.</param>
/// <param name="judge">Decides about the other end's.</param>
internal sealed class TlsTerms(CertificateIssuer issuer, CertificateJudge judge)
{
    /// <summary>Terms of one inbound handshake.</summary>
    /// <param name="judged">Told the verdict, once.</param>
    public SslServerAuthenticationOptions ForServer(Action<CertificateVerdict> judged) => new()
    {
        ServerCertificateContext = issuer.Current.Context,
        ClientCertificateRequired = true,
        EnabledSslProtocols = SslProtocols.Tls13,
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = ChainPolicy(),
        AllowRenegotiation = false,
        // A resumed session shows no certificate.
        AllowTlsResume = false,
        RemoteCertificateValidationCallback = (_, certificate, chain, _) => Judge(certificate, chain, null, judged),
    };

    /// <summary>Terms of one outbound handshake.</summary>
    /// <param name="dialled">The node that must answer.</param>
    /// <param name="judged">Told the verdict, once.</param>
    public SslClientAuthenticationOptions ForClient(NodeId dialled, Action<CertificateVerdict> judged) => new()
    {
        // Nodes have no names: nothing is told in the clear.
        TargetHost = "",
        ClientCertificateContext = issuer.Current.Context,
        EnabledSslProtocols = SslProtocols.Tls13,
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = ChainPolicy(),
        AllowRenegotiation = false,
        AllowTlsResume = false,
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            Judge(certificate, chain, dialled, judged),
    };

    // The chain that the platform builds means nothing here; it must only not reach out for anything.
    private static X509ChainPolicy ChainPolicy() => new()
    {
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
        TrustMode = X509ChainTrustMode.CustomRootTrust,
    };

    private bool Judge(
        X509Certificate? certificate, X509Chain? chain, NodeId? dialled, Action<CertificateVerdict> judged)
    {
        var der = certificate?.GetRawCertData();
        var verdict = judge.Judge(der, der is null ? 0 : CountOthers(der, chain), dialled);
        judged(verdict);
        return verdict.CompletesHandshake;
    }

    // What came with the certificate; the platform may list the certificate itself among it.
    private static int CountOthers(byte[] der, X509Chain? chain)
    {
        if (chain is null)
            return 0;
        var shown = chain.ChainPolicy.ExtraStore;
        var itself = shown.Count(other => other.RawDataMemory.Span.SequenceEqual(der));
        return shown.Count - Math.Min(1, itself);
    }
}
