using System.Security.Cryptography;
using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

/// <summary>A key of the test's own.</summary>
internal sealed class TestSigner : ISigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestSigner()
    {
        PublicKey = _key.ExportSubjectPublicKeyInfo();
        Node = NodeId.FromPublicKey(PublicKey.Span);
    }

    public NodeId Node { get; }

    public ReadOnlyMemory<byte> PublicKey { get; }

    public void Sign(Hash256 digest, Span<byte> signature) =>
        _key.SignHash(digest.ToArray(), signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose() => _key.Dispose();
}
