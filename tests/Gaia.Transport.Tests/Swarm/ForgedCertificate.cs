using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gaia.Protocol.Networks;
using Gaia.Transport.Channel;
using Gaia.Transport.Identity;

namespace Gaia.Transport.Swarm;

/// <summary>Channel certificates with one thing wrong, made the way an attacker would: every signature he can make is
/// sound.</summary>
internal sealed class ForgedCertificate : IDisposable
{
    public NodeIdentity Identity { get; init; } = NodeIdentity.Create();

    public NetworkId Network { get; init; } = TestNode.Network;

    public ProtocolRange Protocol { get; init; } = ProtocolRange.Current;

    public DateTimeOffset NotBefore { get; init; } = TimeProvider.System.GetUtcNow().AddMinutes(-1);

    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(1);

    public X509Extension? Extra { get; init; }

    public bool WithIdentity { get; init; } = true;

    /// <summary>Changes the extension before the certificate is signed.</summary>
    public Func<IdentityExtension, byte[]> Content { get; init; } = extension => extension.Encode();

    /// <summary>Signs the certificate in place of its own key.</summary>
    public ECDsa? Issuer { get; init; }

    /// <summary>Name of that issuer.</summary>
    public string IssuerName { get; init; } = "CN=gaia";

    public X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gaia", key, HashAlgorithmName.SHA256);
        if (WithIdentity)
        {
            var identity = IdentityExtension.Sign(Network, Protocol, Identity, key.ExportSubjectPublicKeyInfo());
            request.CertificateExtensions.Add(
                new X509Extension(IdentityExtension.ObjectIdentifier, Content(identity), critical: false));
        }

        if (Extra is not null)
            request.CertificateExtensions.Add(Extra);
        if (Issuer is null)
            return request.CreateSelfSigned(NotBefore, NotBefore + Lifetime);
        using var signed = request.Create(
            new X500DistinguishedName(IssuerName),
            X509SignatureGenerator.CreateForECDsa(Issuer),
            NotBefore,
            NotBefore + Lifetime,
            [1, 2, 3]);
        return signed.CopyWithPrivateKey(key);
    }

    public SslStreamCertificateContext CreateContext(X509Certificate2Collection? others = null) =>
        SslStreamCertificateContext.Create(Create(), others, offline: true);

    /// <summary>A certificate with the intermediate one that issued it: two are shown.</summary>
    public static SslStreamCertificateContext CreateChain(NodeIdentity identity)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var root = Authority("CN=root", rootKey).CreateSelfSigned(now.AddDays(-2), now.AddDays(3));
        using var middle = Authority("CN=middle", middleKey).Create(root, now.AddDays(-1), now.AddDays(2), [9]);
        var leaf = new ForgedCertificate { Identity = identity, Issuer = middleKey, IssuerName = "CN=middle" };
        return leaf.CreateContext([new X509Certificate2(middle), new X509Certificate2(root)]);
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    public void Dispose() => Identity.Dispose();
}
