using Gaia.Core.Identity;

namespace Gaia.Protocol.Signing;

/// <summary>A payload and the node that signed it.</summary>
/// <param name="Signer">The node: hash of the key that verified the signature.</param>
/// <param name="Payload">The signed bytes.</param>
/// <param name="SignedBytes">The envelope as it was received, to hand on.</param>
public sealed record VerifiedEnvelope(NodeId Signer, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> SignedBytes);
