using Gaia.Islands.Elites;

namespace Gaia.Protocol.Announcements;

/// <summary>What a node announced, and the bytes that prove it.</summary>
/// <param name="Content">The announcement; its origin is the signer.</param>
/// <param name="SignedBytes">The envelope, verbatim, to hand on: the body of a broadcast.</param>
public sealed record SignedAnnouncement(EliteAnnouncement Content, ReadOnlyMemory<byte> SignedBytes);
