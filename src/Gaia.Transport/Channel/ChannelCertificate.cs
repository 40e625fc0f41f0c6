using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Gaia.Transport.Channel;

/// <summary>A certificate with its key, ready for handshakes.</summary>
/// <param name="Certificate">The certificate and its private key.</param>
/// <param name="Context">The same for SslStream, without a chain.</param>
/// <param name="RenewAt">Half of its life.</param>
internal sealed record ChannelCertificate(
    X509Certificate2 Certificate, SslStreamCertificateContext Context, DateTimeOffset RenewAt);
