using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

/// <summary>Signs with the identity key of this node.</summary>
public interface ISigner
{
    /// <summary>The node whose key it is.</summary>
    NodeId Node { get; }

    /// <summary>The public key as SubjectPublicKeyInfo of P-256, 91 bytes of DER.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>ECDSA P-256 over a SHA-256 digest.</summary>
    /// <param name="digest">The SHA-256 of what is signed.</param>
    /// <param name="signature">64 bytes, overwritten: r || s, big-endian, s in either form.</param>
    void Sign(Hash256 digest, Span<byte> signature);
}
