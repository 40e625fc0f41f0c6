using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gaia.Transport.Identity;
using Gaia.Transport.Swarm;

namespace Gaia.Transport.Channel;

/// <summary>Each refusal over real sockets: counted under its name, and the node goes on.</summary>
public sealed class HandshakeRefusalTests
{
    [Fact]
    public async Task Rejects_GarbageBytes()
    {
        await using var node = await TestNode.StartAsync();
        await RawClient.SendAsync(node.Endpoint, new byte[] { 0, 255, 13, 10, 7, 7, 7, 7, 7 });
        await node.AwaitRefusalAsync(RefusalReason.NotTls);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_GarbageThatBeginsAsTls()
    {
        await using var node = await TestNode.StartAsync();
        var bytes = Enumerable.Range(0, 600).Select(i => (byte)(i * 31)).ToArray();
        bytes[0] = 0x16;
        await RawClient.SendAsync(node.Endpoint, bytes);
        await node.AwaitRefusalAsync(RefusalReason.TlsHandshake);
        await node.AssertUnharmedAsync();
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: node\r\n\r\n")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")]
    public async Task Rejects_PlainHttp(string request)
    {
        await using var node = await TestNode.StartAsync();
        await RawClient.SendAsync(node.Endpoint, Encoding.ASCII.GetBytes(request));
        await node.AwaitRefusalAsync(RefusalReason.PlainHttp);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_Tls12()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate();
#pragma warning disable CA5398 // The old version is what the test is about.
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext(), SslProtocols.Tls12);
#pragma warning restore CA5398
        await node.AwaitRefusalAsync(RefusalReason.TlsVersion);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_ClientWithoutCertificate()
    {
        await using var node = await TestNode.StartAsync();
        await RawClient.HandshakeAsync(node.Endpoint, certificate: null);
        await node.AwaitRefusalAsync(RefusalReason.NoCertificate);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_ChainLongerThanOne()
    {
        await using var node = await TestNode.StartAsync();
        using var identity = NodeIdentity.Create();
        await RawClient.HandshakeAsync(node.Endpoint, ForgedCertificate.CreateChain(identity));
        await node.AwaitRefusalAsync(RefusalReason.ChainLength);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_UnknownCriticalExtension()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate
        {
            Extra = new X509Extension("1.3.6.1.3.7435.99", [5, 0], critical: true),
        };
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext());
        await node.AwaitRefusalAsync(RefusalReason.CriticalExtension);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_ExpiredCertificate()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate { NotBefore = TimeProvider.System.GetUtcNow().AddDays(-2) };
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext());
        await node.AwaitRefusalAsync(RefusalReason.Validity);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_CertificateWithoutIdentity()
    {
        await using var node = await TestNode.StartAsync();
        using var forged = new ForgedCertificate { WithIdentity = false };
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext());
        await node.AwaitRefusalAsync(RefusalReason.NotGaiaCertificate);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_CertificateSignedByAnotherKey()
    {
        await using var node = await TestNode.StartAsync();
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var forged = new ForgedCertificate { Issuer = issuer };
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext());
        await node.AwaitRefusalAsync(RefusalReason.SelfSignature);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_ClientThatClaimsAnotherNodesIdentity()
    {
        await using var node = await TestNode.StartAsync();
        await using var victim = await TestNode.StartAsync();
        using var forged = new ForgedCertificate
        {
            Content = extension => (extension with { Identity = victim.Identity.PublicKey }).Encode(),
        };
        await RawClient.HandshakeAsync(node.Endpoint, forged.CreateContext());
        await node.AwaitRefusalAsync(RefusalReason.IdentitySignature);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_SilentClient_OnceItsTimeIsOver()
    {
        var options = TestNode.Defaults with
        {
            Connections = TestNode.Defaults.Connections with { HandshakeTimeout = TimeSpan.FromMilliseconds(150) },
        };
        await using var node = await TestNode.StartAsync(options);
        await RawClient.SendAsync(node.Endpoint, ReadOnlyMemory<byte>.Empty);
        await node.AwaitRefusalAsync(RefusalReason.HandshakeTimeout);
    }

    [Fact]
    public async Task Rejects_ClientThatStopsInsideItsHandshake_OnceItsTimeIsOver()
    {
        var options = TestNode.Defaults with
        {
            Connections = TestNode.Defaults.Connections with { HandshakeTimeout = TimeSpan.FromMilliseconds(150) },
        };
        await using var node = await TestNode.StartAsync(options);
        await RawClient.SendAsync(node.Endpoint, new byte[] { 0x16, 3, 1, 2, 0, 1 });
        await node.AwaitRefusalAsync(RefusalReason.HandshakeTimeout);
    }

    [Fact]
    public async Task Rejects_ManyKindsAtOnce_AndCountsEach()
    {
        await using var node = await TestNode.StartAsync();
        using var expired = new ForgedCertificate { NotBefore = TimeProvider.System.GetUtcNow().AddDays(-2) };
        var attempts = Enumerable.Range(0, 8).SelectMany(i => new[]
        {
            RawClient.SendAsync(node.Endpoint, new byte[] { (byte)i, 1, 2, 3 }),
            RawClient.SendAsync(node.Endpoint, "GET / HTTP/1.1\r\n\r\n"u8.ToArray()),
            RawClient.HandshakeAsync(node.Endpoint, expired.CreateContext()),
            RawClient.HandshakeAsync(node.Endpoint, certificate: null),
        });
        await Task.WhenAll(attempts);
        await node.AwaitRefusalAsync(RefusalReason.NotTls, 8);
        await node.AwaitRefusalAsync(RefusalReason.PlainHttp, 8);
        await node.AwaitRefusalAsync(RefusalReason.Validity, 8);
        await node.AwaitRefusalAsync(RefusalReason.NoCertificate, 8);
        Assert.Equal(32, node.Peers.Refusals.Total);
        await node.AssertUnharmedAsync();
    }

    [Fact]
    public async Task Rejects_ConnectionsBeyondTheLimitOfAnAddress()
    {
        var options = TestNode.Defaults with
        {
            Connections = TestNode.Defaults.Connections with { LimitAddresses = true, PerAddress = 2 },
        };
        await using var node = await TestNode.StartAsync(options);
        using var first = new System.Net.Sockets.TcpClient();
        using var second = new System.Net.Sockets.TcpClient();
        await first.ConnectAsync(node.Endpoint);
        await second.ConnectAsync(node.Endpoint);
        await RawClient.SendAsync(new IPEndPoint(IPAddress.Loopback, node.Endpoint.Port), new byte[] { 1 });
        await node.AwaitRefusalAsync(RefusalReason.TooManyFromAddress);
    }
}
