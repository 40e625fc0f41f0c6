using Gaia.Protocol.Networks;
using Gaia.Protocol.Parsing;
using Gaia.Protocol.Rejections;
using Gaia.Protocol.Wire;
using Google.Protobuf;

namespace Gaia.Protocol.Signing;

/// <summary>Opens signed envelopes of one network.</summary>
/// <remarks>
/// The signature is checked over the payload's bytes as received. The envelope itself must be in its one canonical
/// encoding (fields in order, shortest lengths, nothing unknown), because it is hashed into the id of a broadcast: a
/// second encoding of the same envelope would be a second message.
/// </remarks>
/// <param name="network">The network in which signatures must hold.</param>
public sealed class EnvelopeVerifier(NetworkId network)
{
    /// <summary>Signers whose expanded key is kept.</summary>
    public const int CachedKeys = 1024;

    private readonly KeyCache _keys = new(CachedKeys);

    /// <summary>The network in which signatures must hold.</summary>
    public NetworkId Network => network;

    /// <summary>Checks size, form, key and signature.</summary>
    /// <param name="domain">What must be inside.</param>
    /// <param name="bytes">The envelope; the result refers to these bytes, so nobody may change them
    /// afterwards.</param>
    /// <param name="maximumBytes">Longest envelope of this kind.</param>
    public Decoded<VerifiedEnvelope> Open(SignatureDomain domain, ReadOnlyMemory<byte> bytes, int maximumBytes)
    {
        var parsed = WireReader.Read(SignedEnvelope.Parser, bytes, maximumBytes);
        if (!parsed.IsAccepted)
            return parsed.Rejection;
        var envelope = parsed.Value;
        if (!envelope.ToByteArray().AsSpan().SequenceEqual(bytes.Span))
            return Refuse(RejectionReason.NotCanonical, "The envelope is not in its canonical encoding.");
        if (!_keys.TryExpand(envelope.Signer.Span, out var key))
            return Refuse(RejectionReason.BadKey, "The signer's key is no compressed point of P-256.");

        var payload = envelope.Payload.Memory;
        if (!P256Key.VerifyCanonical(
            key.Expanded.Span, SignatureDigest.Of(domain, network, payload.Span), envelope.Signature.Span))
        {
            return Refuse(RejectionReason.BadSignature, $"The signature over the {domain} does not verify.");
        }

        return new VerifiedEnvelope(key.Node, payload, bytes);
    }

    private static Decoded<VerifiedEnvelope> Refuse(RejectionReason reason, string text) =>
        Decoded<VerifiedEnvelope>.Reject(reason, text);
}
