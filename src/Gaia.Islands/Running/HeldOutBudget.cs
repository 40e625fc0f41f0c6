using Gaia.Islands.Scoring;

namespace Gaia.Islands.Running;

/// <summary>Whether a held-out score may be afforded.</summary>
internal static class HeldOutBudget
{
    /// <summary>True where a full score would keep held-out episodes within their share of all.</summary>
    /// <param name="state">Counts before this generation.</param>
    /// <param name="trainingEpisodes">Episodes that this generation trained on.</param>
    /// <param name="share">The share, above 0 and below 1.</param>
    internal static bool Allows(IslandState state, int trainingEpisodes, double share)
    {
        double heldOut = state.HeldOutEpisodes + HeldOutSeeds.Count;
        double all = state.Evaluations + trainingEpisodes + HeldOutSeeds.Count;
        return heldOut <= share * all;
    }
}
