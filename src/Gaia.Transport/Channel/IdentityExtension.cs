using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Numerics;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;
using Gaia.Protocol.Networks;
using Gaia.Protocol.Signing;

namespace Gaia.Transport.Channel;

/// <summary>The extension that binds an ephemeral certificate to a node's identity key.</summary>
/// <remarks>
/// The shape of libp2p's TLS specification. DER:
/// <code>
/// GaiaIdentity ::= SEQUENCE {
///   version      INTEGER (1),
///   networkId    OCTET STRING (SIZE(32)),
///   identity     OCTET STRING (SIZE(91)),   -- SubjectPublicKeyInfo of the identity key, P-256
///   protocolMin  INTEGER (0..65535),
///   protocolMax  INTEGER (0..65535),
///   signature    OCTET STRING (SIZE(64)) }  -- ECDSA P-256 / SHA-256, r || s, s low
/// </code>
/// signed: "gaia/cert/1" || networkId || protocolMin || protocolMax (16 bits each, big-endian) || the certificate's
/// SubjectPublicKeyInfo. The object identifier lies in the IANA experimental arc (1.3.6.1.3); UUID-based identifiers
/// (2.25) need arcs of 128 bits, which Windows does not read. It is not critical: TLS libraries in between do not
/// know it.
/// </remarks>
internal sealed record IdentityExtension(
    NetworkId Network,
    ReadOnlyMemory<byte> Identity,
    ProtocolRange Protocol,
    ReadOnlyMemory<byte> Signature)
{
    /// <summary>iso.org.dod.internet.experimental.7435.1: 7435 is the port of the protocol, 1 its first
    /// extension.</summary>
    public const string ObjectIdentifier = "1.3.6.1.3.7435.1";

    public const int Version = 1;

    /// <summary>Signs a certificate's key.</summary>
    public static IdentityExtension Sign(
        NetworkId network, ProtocolRange protocol, ISigner signer, ReadOnlySpan<byte> certificateKey)
    {
        var signature = new byte[P256Key.SignatureLength];
        signer.Sign(Digest(network, protocol, certificateKey), signature);
        P256Key.MakeLow(signature);
        return new IdentityExtension(network, signer.PublicKey, protocol, signature);
    }

    /// <summary>True where the identity key signed this certificate's key.</summary>
    public bool Verifies(ReadOnlySpan<byte> certificateKey) =>
        P256Key.Verify(Identity.Span, Digest(Network, Protocol, certificateKey), Signature.Span);

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Version);
            writer.WriteOctetString(Network.Value.ToArray());
            writer.WriteOctetString(Identity.Span);
            writer.WriteInteger(Protocol.Minimum);
            writer.WriteInteger(Protocol.Maximum);
            writer.WriteOctetString(Signature.Span);
        }

        return writer.Encode();
    }

    /// <summary>Reads the extension; null where it is not exactly of the form above.</summary>
    public static IdentityExtension? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var reader = new AsnReader(der, AsnEncodingRules.DER);
            var fields = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            if (!fields.TryReadInt32(out var version) || version != Version)
                return null;
            var network = fields.ReadOctetString();
            var identity = fields.ReadOctetString();
            var range = ReadRange(fields);
            var signature = fields.ReadOctetString();
            fields.ThrowIfNotEmpty();
            return range is { } protocol
                && Hash256.TryFromBytes(network, out var networkId)
                && P256Key.IsCanonical(identity)
                && signature.Length == P256Key.SignatureLength
                ? new IdentityExtension(new NetworkId(networkId), identity, protocol, signature)
                : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ProtocolRange? ReadRange(AsnReader fields)
    {
        var minimum = fields.ReadInteger();
        var maximum = fields.ReadInteger();
        return minimum >= BigInteger.Zero && minimum <= maximum && maximum <= ushort.MaxValue
            ? new ProtocolRange((ushort)minimum, (ushort)maximum)
            : null;
    }

    private static Hash256 Digest(NetworkId network, ProtocolRange protocol, ReadOnlySpan<byte> certificateKey)
    {
        Span<byte> range = stackalloc byte[4];
        BinaryPrimitives.WriteUInt16BigEndian(range, protocol.Minimum);
        BinaryPrimitives.WriteUInt16BigEndian(range[2..], protocol.Maximum);
        using var hasher = new DomainHasher(HashDomain.Certificate);
        return hasher.AppendHash(network.Value).Append(range).Append(certificateKey).Finish();
    }
}
