using Gaia.Core.Identity;

namespace Gaia.Storage.Identity;

/// <summary>Whose data directory it is.</summary>
/// <param name="Node">The node.</param>
/// <param name="PublicKey">Its identity key as DER of an X.509 SubjectPublicKeyInfo.</param>
/// <param name="Created">When the directory was first used.</param>
public sealed record StoredIdentity(NodeId Node, ReadOnlyMemory<byte> PublicKey, DateTimeOffset Created);
