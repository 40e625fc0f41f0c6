using Gaia.Core.Hashing;
using Gaia.Core.Identity;
using Gaia.Protocol.Networks;

namespace Gaia.Protocol.Signing;

/// <summary>What an envelope's payload is; chosen by the place where it is read, never by the peer.</summary>
public enum SignatureDomain
{
    /// <summary>A node record.</summary>
    Record = 1,

    /// <summary>An elite announcement.</summary>
    Announcement = 2,

    /// <summary>A task manifest.</summary>
    Task = 3,
}

/// <summary>The digest that is signed: SHA-256(domain string || network id || payload).</summary>
internal static class SignatureDigest
{
    public static Hash256 Of(SignatureDomain domain, NetworkId network, ReadOnlySpan<byte> payload)
    {
        using var hasher = new DomainHasher(Text(domain));
        return hasher.AppendHash(network.Value).Append(payload).Finish();
    }

    private static ReadOnlySpan<byte> Text(SignatureDomain domain) => domain switch
    {
        SignatureDomain.Record => HashDomain.Record,
        SignatureDomain.Announcement => HashDomain.Announce,
        SignatureDomain.Task => HashDomain.Publish,
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, "Not a domain of signatures."),
    };
}
