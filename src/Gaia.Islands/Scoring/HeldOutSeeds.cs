using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Scoring;

/// <summary>The episodes whose mean return is the score of an elite.</summary>
/// <remarks>
/// seed_i = first 31 bits of SHA-256("gaia/heldout/1" || task id || elite id || i), i as uint32 least significant byte
/// first; "first 31 bits" is the digest's first four bytes, read most significant first, shifted right by one. The ids
/// enter as their 32 bytes. The elite's id covers its parameters, so nobody can choose the episodes; any language with
/// SHA-256 and Gymnasium can check them.
/// </remarks>
public static class HeldOutSeeds
{
    /// <summary>Number of episodes in a score.</summary>
    public const int Count = 100;

    /// <summary>Fills the first seeds of the sequence.</summary>
    /// <param name="task">The task.</param>
    /// <param name="elite">The elite.</param>
    /// <param name="seeds">Usually <see cref="Count"/> long; overwritten with values below 2^31.</param>
    public static void For(TaskId task, EliteId elite, Span<uint> seeds) =>
        SeedDerivation.Fill(HashDomain.HeldOut, task, elite, seeds);
}
