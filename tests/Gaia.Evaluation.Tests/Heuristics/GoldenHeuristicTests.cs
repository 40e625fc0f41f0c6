using Gaia.Evaluation.Heuristics;
using Gaia.Evaluation.Tests.Golden;
using Gaia.Worlds;
using Gaia.Worlds.Tests.Golden;

namespace Gaia.Evaluation.Tests.Heuristics;

/// <summary>The controllers against the actions that the real ones chose in recorded episodes.</summary>
public sealed class GoldenHeuristicTests
{
    /// <summary>Share of its actions in files whose name says that some were replaced by random ones.</summary>
    private const double LeastShareAmongRandom = 0.8;

    public static TheoryData<string> Episodes { get; } =
    [
        .. GoldenEpisodes.Worlds.Where(HeuristicCatalog.Has).SelectMany(world => GoldenEpisodes.Of(world))
            .Where(file => file.Contains("_heuristic", StringComparison.Ordinal))
            .Select(GoldenEpisodes.NameOf),
    ];

    [Theory]
    [MemberData(nameof(Episodes))]
    public void Act_OnRecordedObservations_ChoosesTheRecordedActions(string name)
    {
        var episode = GoldenEpisode.Read(GoldenEpisodes.PathOf(name));
        var world = name[..name.IndexOf('/', StringComparison.Ordinal)];
        var controller = HeuristicCatalog.Create(world);
        // A second episode tells whether the controller begins anew.
        for (var repeat = 0; repeat < 2; repeat++)
        {
            controller.Begin(repeat);
            var equal = 0;
            for (var t = 0; t < episode.Steps; t++)
            {
                WorldAction action = default;
                controller.Act(t == 0 ? episode.ResetObservation : episode.Observations[t - 1], ref action);
                var isEqual = IsEqual(in action, in episode.Actions[t]);
                Assert.True(isEqual || IsMixed(name), $"{name} step {t}");
                equal += isEqual ? 1 : 0;
            }

            Assert.InRange(equal, LeastShareAmongRandom * episode.Steps, episode.Steps);
        }
    }

    private static bool IsMixed(string name) => name.Contains("random", StringComparison.Ordinal);

    private static bool IsEqual(in WorldAction left, in WorldAction right) =>
        left.Index == right.Index && ((ReadOnlySpan<float>)left.Values).SequenceEqual(right.Values);
}
