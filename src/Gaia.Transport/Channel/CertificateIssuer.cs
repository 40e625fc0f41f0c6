using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Signing;

namespace Gaia.Transport.Channel;

/// <summary>The ephemeral certificate that this node shows, renewed at half of its life.</summary>
/// <remarks>
/// Renewal happens at the first handshake after half-life; channels that stand keep theirs. A replaced certificate is
/// left to the collector, for a handshake may still be using it.
/// </remarks>
internal sealed class CertificateIssuer
{
    private readonly NetworkId _network;
    private readonly ProtocolRange _protocol;
    private readonly ISigner _signer;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;
    private volatile ChannelCertificate _current;

    /// <summary>Issues the first certificate.</summary>
    /// <param name="network">The network of this node.</param>
    /// <param name="protocol">What this node speaks.</param>
    /// <param name="signer">Its identity key.</param>
    /// <param name="lifetime">Validity of one certificate: 1 hour to 30 days.</param>
    /// <param name="time">The clock for validity.</param>
    public CertificateIssuer(
        NetworkId network, ProtocolRange protocol, ISigner signer, TimeSpan lifetime, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lifetime, CertificateJudge.MaximumLifetime);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromHours(1));
        _network = network;
        _protocol = protocol;
        _signer = signer;
        _time = time;
        _lifetime = lifetime;
        _current = Issue();
    }

    /// <summary>The certificate for the next handshake.</summary>
    public ChannelCertificate Current
    {
        get
        {
            var current = _current;
            if (_time.GetUtcNow() < current.RenewAt)
                return current;
            // Two handshakes at once may both issue: either certificate is good.
            return _current = Issue();
        }
    }

    private ChannelCertificate Issue()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var identity = IdentityExtension.Sign(_network, _protocol, _signer, key.ExportSubjectPublicKeyInfo());
        // The subject names nobody: the identity is in the extension.
        var request = new CertificateRequest("CN=gaia", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509Extension(IdentityExtension.ObjectIdentifier, identity.Encode(), critical: false));

        // X.509 counts whole seconds; begun a little early, for clocks that lag.
        var now = _time.GetUtcNow();
        var notBefore = DateTimeOffset.FromUnixTimeSeconds((now - CertificateJudge.ClockTolerance).ToUnixTimeSeconds());
        var notAfter = notBefore + _lifetime;
        var certificate = Usable(request.CreateSelfSigned(notBefore, notAfter));
        return new ChannelCertificate(
            certificate,
            SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            notBefore + (_lifetime / 2));
    }

    // Schannel reads keys from a key store only.
    private static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
            return certificate;
        using (certificate)
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
    }
}
