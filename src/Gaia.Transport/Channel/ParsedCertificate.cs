using System.Formats.Asn1;
using System.Security.Cryptography;
using Gaia.Protocol.Signing;

namespace Gaia.Transport.Channel;

/// <summary>The fields of a certificate that this protocol judges, read from its DER (RFC 5280 section 4.1).</summary>
/// <remarks>Read here and not through the operating system, so that every platform judges the same bytes
/// alike.</remarks>
internal sealed record ParsedCertificate(
    ReadOnlyMemory<byte> SignedPart,
    ReadOnlyMemory<byte> PublicKey,
    ReadOnlyMemory<byte> Signature,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    ReadOnlyMemory<byte>? Identity,
    bool HasUnknownCritical)
{
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const int MaximumExtensions = 16;
    private const int MaximumBytes = 4096;

    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3);

    /// <summary>True where the certificate's own key signed it.</summary>
    public bool IsSelfSigned
    {
        get
        {
            using var key = P256Key.Import(PublicKey.Span);
            try
            {
                return key.VerifyData(
                    SignedPart.Span, Signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            }
            catch (CryptographicException)
            {
                // A signature that is no DER is no signature.
                return false;
            }
        }
    }

    /// <summary>Reads a certificate; null where it is not X.509 v3 with a key and a signature of P-256.</summary>
    public static ParsedCertificate? Read(ReadOnlyMemory<byte> der)
    {
        if (der.Length > MaximumBytes)
            return null;
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var certificate = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            var signedPart = certificate.PeekEncodedValue();
            var fields = certificate.ReadSequence();
            var signedWithEcdsa = IsEcdsaWithSha256(certificate);
            var signature = certificate.ReadBitString(out var unused);
            certificate.ThrowIfNotEmpty();
            return signedWithEcdsa && unused == 0 ? ReadFields(fields, signedPart, signature) : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ParsedCertificate? ReadFields(AsnReader fields, ReadOnlyMemory<byte> signedPart, byte[] signature)
    {
        var version = fields.ReadSequence(VersionTag);
        if (!version.TryReadInt32(out var number) || number != 2)
            return null;
        version.ThrowIfNotEmpty();
        fields.ReadInteger();
        if (!IsEcdsaWithSha256(fields))
            return null;
        fields.ReadSequence();
        var validity = fields.ReadSequence();
        var notBefore = ReadTime(validity);
        var notAfter = ReadTime(validity);
        validity.ThrowIfNotEmpty();
        fields.ReadSequence();
        var key = fields.ReadEncodedValue();
        if (!P256Key.IsCanonical(key.Span))
            return null;

        var extensions = fields.ReadSequence(ExtensionsTag);
        fields.ThrowIfNotEmpty();
        if (!TryReadExtensions(extensions, out var identity, out var hasUnknownCritical))
            return null;
        return new ParsedCertificate(signedPart, key, signature, notBefore, notAfter, identity, hasUnknownCritical);
    }

    private static bool TryReadExtensions(
        AsnReader wrapper, out ReadOnlyMemory<byte>? identity, out bool hasUnknownCritical)
    {
        identity = null;
        hasUnknownCritical = false;
        var list = wrapper.ReadSequence();
        wrapper.ThrowIfNotEmpty();
        for (var count = 0; list.HasData; count++)
        {
            var extension = list.ReadSequence();
            var name = extension.ReadObjectIdentifier();
            var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
            var content = extension.ReadOctetString();
            extension.ThrowIfNotEmpty();
            if (count == MaximumExtensions)
                return false;
            if (name != IdentityExtension.ObjectIdentifier)
            {
                hasUnknownCritical |= critical;
                continue;
            }

            if (identity is not null)
                return false;
            identity = content;
        }

        return true;
    }

    private static bool IsEcdsaWithSha256(AsnReader reader)
    {
        var algorithm = reader.ReadSequence();
        var name = algorithm.ReadObjectIdentifier();
        algorithm.ThrowIfNotEmpty();
        return name == EcdsaWithSha256;
    }

    private static DateTimeOffset ReadTime(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? reader.ReadUtcTime() : reader.ReadGeneralizedTime();
}
