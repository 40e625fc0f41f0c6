using System.Collections.Frozen;
using Gaia.Evaluation.Episodes;

namespace Gaia.Evaluation.Heuristics;

/// <summary>Hand-written controllers of worlds, by the world's id.</summary>
internal static class HeuristicCatalog
{
    private static readonly FrozenDictionary<string, Func<EpisodeController>> Entries =
        new Dictionary<string, Func<EpisodeController>>(StringComparer.Ordinal)
        {
            ["BipedalWalker-v3"] = () => new WalkerHeuristic(),
            ["BipedalWalkerHardcore-v3"] = () => new WalkerHeuristic(),
            ["LunarLander-v3"] = () => new LanderHeuristic(),
            ["LunarLander-v3-continuous"] = () => new LanderThrottleHeuristic(),
            ["LunarLander-v3-continuous-wind"] = () => new LanderThrottleHeuristic(),
            ["LunarLander-v3-wind"] = () => new LanderHeuristic(),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether there is one for the world.</summary>
    public static bool Has(string worldId) => Entries.ContainsKey(worldId);

    /// <summary>A new controller.</summary>
    /// <exception cref="ArgumentException">There is none for the world.</exception>
    public static EpisodeController Create(string worldId) => Entries.TryGetValue(worldId, out var create)
        ? create()
        : throw new ArgumentException(
            $"There is no heuristic for {worldId}; there are some for {string.Join(", ", Entries.Keys.Order())}.",
            nameof(worldId));
}
