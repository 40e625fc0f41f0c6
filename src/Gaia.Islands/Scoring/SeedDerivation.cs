using System.Buffers.Binary;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Scoring;

/// <summary>The one way in which hashes become Gymnasium seeds.</summary>
internal static class SeedDerivation
{
    /// <summary>Fills seeds with the first 31 bits of SHA-256(domain || first || second || i).</summary>
    /// <remarks>
    /// i is an unsigned 32-bit integer, least significant byte first. The first 31 bits are the first four bytes of the
    /// digest, read most significant first, shifted right by one: 0 to 2^31 - 1, which Gymnasium takes on every
    /// platform.
    /// </remarks>
    internal static void Fill(ReadOnlySpan<byte> domain, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second,
        Span<uint> seeds)
    {
        Span<byte> digest = stackalloc byte[Hash256.ByteLength];
        for (var i = 0; i < seeds.Length; i++)
        {
            using var hasher = new DomainHasher(domain);
            hasher.Append(first).Append(second).AppendUInt32LittleEndian((uint)i).Finish().CopyTo(digest);
            seeds[i] = BinaryPrimitives.ReadUInt32BigEndian(digest) >> 1;
        }
    }

    /// <summary>The same over a task and an elite.</summary>
    internal static void Fill(ReadOnlySpan<byte> domain, TaskId task, EliteId elite, Span<uint> seeds)
    {
        Span<byte> taskBytes = stackalloc byte[Hash256.ByteLength];
        Span<byte> eliteBytes = stackalloc byte[Hash256.ByteLength];
        task.Value.CopyTo(taskBytes);
        elite.Value.CopyTo(eliteBytes);
        Fill(domain, taskBytes, eliteBytes, seeds);
    }
}
