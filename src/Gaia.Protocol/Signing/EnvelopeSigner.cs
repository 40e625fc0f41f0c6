using Gaia.Protocol.Networks;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Signing;

/// <summary>Puts bytes into a signed envelope.</summary>
/// <param name="network">The network in which the signature holds.</param>
/// <param name="signer">The key of this node.</param>
public sealed class EnvelopeSigner(NetworkId network, ISigner signer)
{
    /// <summary>Who signs.</summary>
    public ISigner Signer => signer;

    /// <summary>The network in which the signatures hold.</summary>
    public NetworkId Network => network;

    /// <summary>The envelope of a payload.</summary>
    public byte[] Sign(SignatureDomain domain, ReadOnlySpan<byte> payload)
    {
        var signature = new byte[P256Key.SignatureLength];
        signer.Sign(SignatureDigest.Of(domain, network, payload), signature);
        P256Key.MakeLow(signature);
        return new SignedEnvelope
        {
            Payload = ByteString.CopyFrom(payload),
            Signer = UnsafeByteOperations.UnsafeWrap(P256Key.Compress(signer.PublicKey.Span)),
            Signature = UnsafeByteOperations.UnsafeWrap(signature),
        }.ToByteArray();
    }
}
