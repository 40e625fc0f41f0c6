using Gaia.Core.Hashing;
using Gaia.Core.Identity;

namespace Gaia.Islands.Scoring;

/// <summary>A second set of episodes, independent of the held-out ones, that confirms a solved task.</summary>
/// <remarks>
/// As <see cref="HeldOutSeeds"/>, under the domain "gaia/rescore/1". An elite that was picked because its held-out
/// score is high was picked for luck too; these episodes took no part in any choice.
/// </remarks>
public static class RescoreSeeds
{
    /// <summary>Number of episodes in a re-score.</summary>
    public const int Count = 100;

    /// <summary>Fills the first seeds of the sequence.</summary>
    /// <param name="task">The task.</param>
    /// <param name="elite">The elite.</param>
    /// <param name="seeds">Usually <see cref="Count"/> long; overwritten with values below 2^31.</param>
    public static void For(TaskId task, EliteId elite, Span<uint> seeds) =>
        SeedDerivation.Fill(HashDomain.Rescore, task, elite, seeds);
}
