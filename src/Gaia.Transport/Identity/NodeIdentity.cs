using System.Security.Cryptography;
using Gaia.Core.Identity;
using Gaia.Protocol.Signing;

namespace Gaia.Transport.Identity;

/// <summary>The long-lived key of this node: ECDSA P-256.</summary>
/// <remarks>It signs records, announcements, tasks and channel certificates; it never takes part in TLS itself.
/// Signing may be called from any thread.</remarks>
public sealed class NodeIdentity : ISigner, IDisposable
{
    private readonly ECDsa _key;
    private readonly byte[] _publicKey;

    private NodeIdentity(ECDsa key)
    {
        _key = key;
        _publicKey = key.ExportSubjectPublicKeyInfo();
        Node = NodeId.FromPublicKey(_publicKey);
    }

    /// <inheritdoc/>
    public NodeId Node { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey => _publicKey;

    /// <summary>A fresh key from the operating system's generator.</summary>
    public static NodeIdentity Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <inheritdoc/>
    public void Sign(Hash256 digest, Span<byte> signature)
    {
        if (signature.Length != P256Key.SignatureLength)
            throw new ArgumentException($"A signature has {P256Key.SignatureLength} bytes.", nameof(signature));
        Span<byte> hash = stackalloc byte[Hash256.ByteLength];
        digest.CopyTo(hash);
        _key.SignHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>The key as PKCS#8 in PEM. Secret.</summary>
    internal string ExportPem() => _key.ExportPkcs8PrivateKeyPem();

    /// <summary>Reads PKCS#8 in PEM; null where it is no private key of P-256.</summary>
    internal static NodeIdentity? FromPem(string text)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(text);
            // A public key imports as well, and other curves do: both are found out here.
            key.ExportECPrivateKey();
            if (P256Key.IsCanonical(key.ExportSubjectPublicKeyInfo()))
                return new NodeIdentity(key);
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            // Not a key: told by the null below.
        }

        key.Dispose();
        return null;
    }
}
