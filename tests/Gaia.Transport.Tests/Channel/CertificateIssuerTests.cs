using Gaia.Transport.Identity;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Channel;

public sealed class CertificateIssuerTests : IDisposable
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, 123, TimeSpan.Zero));
    private readonly NodeIdentity _identity = NodeIdentity.Create();

    public void Dispose() => _identity.Dispose();

    [Fact]
    public void Current_BeforeHalfLife_IsTheSame_AndAfterIt_IsNew()
    {
        var issuer = Issuer(TimeSpan.FromDays(30));
        var first = issuer.Current;
        _time.Advance(TimeSpan.FromDays(14.9));
        Assert.Same(first, issuer.Current);
        _time.Advance(TimeSpan.FromDays(0.2));
        var second = issuer.Current;
        Assert.NotSame(first, second);
        Assert.NotEqual(first.Certificate.PublicKey.ExportSubjectPublicKeyInfo(),
            second.Certificate.PublicKey.ExportSubjectPublicKeyInfo());
        Assert.Same(second, issuer.Current);
    }

    [Fact]
    public void Current_AtAnyTimeOfALongRun_IsAcceptedByAPeerWithAClockThatLags()
    {
        var issuer = Issuer(TimeSpan.FromDays(30));
        for (var day = 0; day < 100; day++)
        {
            var lagging = new ManualTime(_time.GetUtcNow() - TimeSpan.FromMinutes(15));
            var judge = new CertificateJudge(TestNode.Network, ProtocolRange.Current, lagging);
            var verdict = judge.Judge(issuer.Current.Certificate.RawData, 0, _identity.Node);
            Assert.True(verdict.IsAccepted, $"day {day}: {verdict.Text}");
            _time.Advance(TimeSpan.FromDays(1));
        }
    }

    [Fact]
    public void Certificate_Expired_IsRefusedFromTheSecondItEnds()
    {
        var certificate = Issuer(TimeSpan.FromDays(1)).Current.Certificate;
        var judge = new CertificateJudge(TestNode.Network, ProtocolRange.Current, _time);
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(11));
        Assert.True(judge.Judge(certificate.RawData, 0, null).IsAccepted);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(RefusalReason.Validity, judge.Judge(certificate.RawData, 0, null).Reason);
    }

    [Fact]
    public void Constructor_LifeBeyond30Days_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Issuer(TimeSpan.FromDays(30.1)));

    private CertificateIssuer Issuer(TimeSpan lifetime) =>
        new(TestNode.Network, ProtocolRange.Current, _identity, lifetime, _time);
}
