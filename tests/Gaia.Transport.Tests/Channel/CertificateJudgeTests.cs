using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck;
using FsCheck.Fluent;
using Gaia.Protocol.Networks;
using Gaia.Transport.Identity;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Channel;

public sealed class CertificateJudgeTests
{
    private static readonly CertificateJudge Judge =
        new(TestNode.Network, new ProtocolRange(2, 4), TimeProvider.System);

    [Fact]
    public void Judge_SoundCertificate_NamesItsNode()
    {
        using var forged = Sound();
        var verdict = Judge.Judge(forged.Create().RawData, 0, forged.Identity.Node);
        Assert.True(verdict.IsAccepted, verdict.Text);
        Assert.Equal(forged.Identity.Node, verdict.Peer.Node);
        Assert.Equal(TestNode.Network, verdict.Peer.Network);
    }

    [Fact]
    public void Judge_EachSingleByteOfTheExtensionChanged_IsRefused()
    {
        // The attacker signs the certificate anew after the change: only the identity's signature is out of his reach.
        using var identity = NodeIdentity.Create();
        var length = 0;
        var sound = new ForgedCertificate { Content = Measure, Identity = identity, Protocol = new(2, 4) };
        Assert.True(Judge.Judge(sound.Create().RawData, 0, null).IsAccepted);
        Assert.InRange(length, 180, 260);

        for (var at = 0; at < length; at++)
        {
            foreach (var change in new byte[] { 0x01, 0x80, 0xff })
            {
                var forged = new ForgedCertificate
                {
                    Identity = identity,
                    Protocol = new ProtocolRange(2, 4),
                    Content = extension => Change(extension.Encode(), at, change),
                };
                var verdict = Judge.Judge(forged.Create().RawData, 0, null);
                Assert.False(verdict.CompletesHandshake, $"byte {at} ^ {change}: {verdict.Text}");
                Assert.True(
                    verdict.Reason is RefusalReason.NotGaiaCertificate or RefusalReason.IdentitySignature,
                    $"byte {at} ^ {change}: {verdict.Reason}");
            }
        }

        byte[] Measure(IdentityExtension extension)
        {
            var bytes = extension.Encode();
            length = bytes.Length;
            return bytes;
        }
    }

    [Fact]
    public void Judge_EachSingleByteOfTheCertificateChanged_IsRefusedWithoutThrowing()
    {
        using var forged = Sound();
        var certificate = forged.Create().RawData;
        for (var at = 0; at < certificate.Length; at++)
        {
            var verdict = Judge.Judge(Change(certificate, at, 0x04), 0, null);
            Assert.False(verdict.CompletesHandshake, $"byte {at}: {verdict.Text}");
        }
    }

    [Fact]
    public void Judge_AnyBytes_IsRefusedWithoutThrowing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
            Judge.Judge(bytes, 0, null) is { CompletesHandshake: false, Reason: RefusalReason.NotGaiaCertificate })
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Read_AnyExtensionBytes_IsNullOrCanonical() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IdentityExtension.Read(bytes) is null)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Rejects_ByReason()
    {
        using var forged = Sound();
        var der = forged.Create().RawData;
        using var other = NodeIdentity.Create();
        AssertRefused(RefusalReason.NoCertificate, Judge.Judge(null, 0, null));
        AssertRefused(RefusalReason.ChainLength, Judge.Judge(der, 1, null));
        AssertRefused(RefusalReason.ForgedNodeId, Judge.Judge(der, 0, other.Node));
        AssertRefused(RefusalReason.Validity, Make(new ForgedCertificate { NotBefore = Now.AddDays(-2) }));
        AssertRefused(RefusalReason.Validity, Make(new ForgedCertificate { NotBefore = Now.AddMinutes(11) }));
        AssertRefused(RefusalReason.Validity, Make(new ForgedCertificate { Lifetime = TimeSpan.FromDays(31) }));
        AssertRefused(RefusalReason.NotGaiaCertificate, Make(new ForgedCertificate { WithIdentity = false }));
        AssertRefused(RefusalReason.CriticalExtension, Make(new ForgedCertificate
        {
            Extra = new X509BasicConstraintsExtension(false, false, 0, critical: true),
        }));
    }

    [Fact]
    public void Rejects_ExtensionTwice()
    {
        using var forged = new ForgedCertificate
        {
            Protocol = new ProtocolRange(2, 4),
            Extra = new X509Extension(IdentityExtension.ObjectIdentifier, [4, 0], critical: false),
        };
        // The platform refuses to make it; where it does not, we refuse to read it.
        try
        {
            AssertRefused(RefusalReason.NotGaiaCertificate, Judge.Judge(forged.Create().RawData, 0, null));
        }
        catch (InvalidOperationException refused)
        {
            Assert.Contains(IdentityExtension.ObjectIdentifier, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rejects_RsaCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=gaia", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Now.AddMinutes(-1), Now.AddDays(1));
        AssertRefused(RefusalReason.NotGaiaCertificate, Judge.Judge(certificate.RawData, 0, null));
    }

    [Fact]
    public void Judge_UncriticalStranger_IsAccepted()
    {
        using var forged = new ForgedCertificate
        {
            Protocol = new ProtocolRange(2, 4),
            Extra = new X509BasicConstraintsExtension(false, false, 0, critical: false),
        };
        Assert.True(Judge.Judge(forged.Create().RawData, 0, null).IsAccepted);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, true)]
    [InlineData(3, 3, true)]
    [InlineData(4, 9, true)]
    [InlineData(5, 9, false)]
    public void Judge_ProtocolRange_MustOverlap(int minimum, int maximum, bool accepted)
    {
        using var forged = new ForgedCertificate { Protocol = new((ushort)minimum, (ushort)maximum) };
        var verdict = Judge.Judge(forged.Create().RawData, 0, null);
        Assert.Equal(accepted, verdict.IsAccepted);
        Assert.True(verdict.CompletesHandshake);
        if (!accepted)
            Assert.Equal(RefusalReason.WrongProtocol, verdict.Reason);
    }

    [Fact]
    public void Judge_OtherNetwork_IsForeign()
    {
        using var forged = new ForgedCertificate { Network = NetworkId.FromName("other"), Protocol = new(2, 4) };
        var verdict = Judge.Judge(forged.Create().RawData, 0, null);
        Assert.Equal(RefusalReason.WrongNetwork, verdict.Reason);
        Assert.True(verdict.CompletesHandshake);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static ForgedCertificate Sound() => new() { Protocol = new ProtocolRange(2, 4) };

    private static CertificateVerdict Make(ForgedCertificate forged)
    {
        using (forged)
            return Judge.Judge(forged.Create().RawData, 0, null);
    }

    private static void AssertRefused(RefusalReason reason, CertificateVerdict verdict)
    {
        Assert.Equal(reason, verdict.Reason);
        Assert.False(verdict.CompletesHandshake);
    }

    private static byte[] Change(byte[] bytes, int at, byte change)
    {
        var changed = bytes.ToArray();
        changed[at] ^= change;
        return changed;
    }
}
