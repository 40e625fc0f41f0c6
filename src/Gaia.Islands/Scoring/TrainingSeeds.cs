using System.Buffers.Binary;
using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Scoring;

/// <summary>The episodes that one generation of one island trains on.</summary>
/// <remarks>
/// seed_i = first 31 bits of SHA-256("gaia/training/1" || island key || generation || i): fresh in every generation,
/// common to all members of it, so that members differ by their parameters and not by their luck. Generation is a
/// uint64, i a uint32, least significant byte first; the island key covers task, node and island, see <c>IslandKey</c>.
/// </remarks>
public static class TrainingSeeds
{
    /// <summary>Fills the seeds of one generation.</summary>
    /// <param name="islandKey">Key of the island.</param>
    /// <param name="generation">0 or more; counted over restarts of the optimiser.</param>
    /// <param name="seeds">One an episode; overwritten with values below 2^31.</param>
    /// <exception cref="ArgumentOutOfRangeException">The generation is negative.</exception>
    public static void For(Hash256 islandKey, long generation, Span<uint> seeds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        Span<byte> key = stackalloc byte[Hash256.ByteLength];
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        islandKey.CopyTo(key);
        BinaryPrimitives.WriteUInt64LittleEndian(number, (ulong)generation);
        SeedDerivation.Fill(HashDomain.Training, key, number, seeds);
    }
}
